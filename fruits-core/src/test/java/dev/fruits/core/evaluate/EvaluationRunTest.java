package dev.fruits.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.ClassifierCard;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.SoftmaxRegression;
import dev.fruits.core.classify.Standardisation;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.JacobiEigenSolver;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.contract.MemorySink;
import dev.fruits.core.contract.SerializingEngine;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationRunTest {
    private final MemorySink training = new MemorySink("evaluation/train");
    private final MemorySink test = new MemorySink("evaluation/test");

    /** Predicts the first label of the training images, whatever the features are. */
    private record FirstLabel() implements Classifier {
        @Override
        public String name() {
            return "first-label";
        }

        @Override
        public FittedClassifier fit(TrainingSet set) {
            int labels = set.labels().size();
            double[] bias = new double[labels];
            bias[0] = 9;
            return SoftmaxRegression.of(
                    ClassifierCard.of(name(), "none", Map.of(), set),
                    Optional.empty(),
                    Standardisation.fit(set.vectors()),
                    new double[labels][set.dimension()],
                    bias);
        }
    }

    private EvaluationBuilder undecomposed(MemoryImages tested) {
        return EvaluationRun.builder(
                EvaluationImages.of(new MemoryImages(3, 10, 0), training),
                EvaluationImages.of(tested, test),
                new ByteFeatures(8, "/0003"),
                new FirstLabel());
    }

    private EvaluationBuilder evaluation(MemoryImages tested) {
        return undecomposed(tested).decompose(new JacobiEigenSolver());
    }

    @Test
    void the_classifier_is_measured_on_the_test_images_and_the_features_of_both_are_kept() throws IOException {
        EvaluationReport report =
                evaluation(new MemoryImages(4, 5, 0)).threshold(0.9).build().runOn(new SerializingEngine());

        assertThat(report.evaluation().imageCount()).isEqualTo(12);
        assertThat(report.evaluation().accuracy()).isEqualTo(4 / 12.0);
        assertThat(report.evaluation().unlearned()).containsExactly(Map.entry("class 03", 4L));
        assertThat(report.threshold()).isEqualTo(new ThresholdScore(0.9, 1, 4 / 12.0));
        assertThat(report.neighbours()).containsOnlyKeys(1, 5);
        assertThat(report.training())
                .returns(27L, ImageCounts::results)
                .returns(3L, ImageCounts::rejected)
                .returns(27L, ImageCounts::cnnRuns);
        assertThat(training.rows(Dataset.FEATURES)).hasSize(27);
        assertThat(test.rows(Dataset.FEATURES)).hasSize(16);
        assertThat(test.documents()).containsOnlyKeys("rejects/rejects.csv", "manifest.json");
    }

    @Test
    void a_selection_draws_from_both_and_what_it_leaves_out_is_ignored() throws IOException {
        EvaluationReport report = evaluation(new MemoryImages(3, 5, 0))
                .select(new PerLabelSample(2, 1)::applyTo)
                .build()
                .runOn(new SerializingEngine());

        assertThat(report.training()).returns(24L, ImageCounts::ignored);
        assertThat(report.test()).returns(9L, ImageCounts::ignored);
    }

    @Test
    void a_report_is_saved_with_its_classifier(@TempDir Path folder) throws IOException {
        EvaluationReport report = evaluation(new MemoryImages(3, 5, 0)).build().runOn(new SerializingEngine());
        EvaluationReport.requireNone(folder);

        report.save(folder);

        assertThat(FittedClassifier.load(folder.resolve("classifier"))).isEqualTo(report.classifier());
        JsonFields json = JsonFields.parse("json", Files.readString(folder.resolve("evaluation.json")));
        assertThat(json.number("accuracy")).isEqualTo(report.evaluation().accuracy());
        assertThat(json.integer("components_for_95_percent")).isEqualTo(report.componentsFor95());
        assertThat(json.object("nearest_neighbours").object("1").number("macro_f1"))
                .isEqualTo(report.nearestNeighbour().macroF1());
        assertThatThrownBy(() -> EvaluationReport.requireNone(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("already holds an evaluation");
    }

    @Test
    void an_evaluation_without_solver_and_reducer_is_refused_before_it_extracts() {
        EvaluationBuilder evaluation = undecomposed(new MemoryImages(4, 5, 0));

        assertThatThrownBy(evaluation::build)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("evaluation: has no eigen solver; call decompose(…) or reduce(…)");
    }
}
