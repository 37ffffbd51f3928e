package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.evaluate.ClassifiedImage;
import dev.fruits.core.evaluate.Evaluation;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Classifier} must do. */
public abstract class ClassifierContract {
    private static final List<String> FRUITS = List.of("Apple", "Kiwi", "Lemon", "Pear");
    private static final Clusters APART = new Clusters(12, 1, 1);
    private static final Clusters TESTED = new Clusters(12, 1, 2);

    @TempDir
    Path folder;

    /** The classifier under test. */
    protected abstract Classifier classifier(long seed);

    @Test
    void labels_that_lie_apart_are_learned() {
        FittedClassifier fitted = fit(APART.rows(FRUITS, 40));

        assertThat(evaluation(fitted, TESTED.rows(FRUITS, 50)).accuracy()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void probabilities_cover_every_label_and_sum_to_one() {
        FittedClassifier fitted = fit(new Clusters(12, 3, 1).rows(FRUITS, 20));

        for (Prediction prediction : predict(fitted, new Clusters(12, 3, 2).rows(FRUITS, 5))) {
            assertThat(prediction.ranked())
                    .extracting(LabelProbability::label)
                    .containsExactlyInAnyOrderElementsOf(FRUITS);
            assertThat(prediction.ranked().stream()
                            .mapToDouble(LabelProbability::probability)
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void the_same_seed_learns_the_same_to_the_bit() {
        List<FeatureRow> rows = new Clusters(12, 3, 1).rows(FRUITS, 20);
        List<FeatureRow> asked = TESTED.rows(FRUITS, 10);
        Classifier classifier = classifier(7);
        TrainingSet training = Clusters.training(rows);
        List<Prediction> first = predict(classifier.fit(training), asked);

        assertThat(predict(classifier.fit(training), asked)).isEqualTo(first);
        assertThat(predict(classifier(7).fit(training), asked)).isEqualTo(first);
    }

    @Test
    void a_classifier_travels_and_is_equal_by_value() {
        Classifier classifier = classifier(7);

        assertThat(SerializedCopy.of(classifier)).isEqualTo(classifier).isEqualTo(classifier(7));
        assertThat(classifier(8)).isNotEqualTo(classifier);
    }

    @Test
    void a_saved_classifier_predicts_the_same_to_the_bit() throws IOException {
        FittedClassifier fitted = fit(new Clusters(12, 3, 1).rows(FRUITS, 20));
        fitted.save(folder.resolve("new/classifier"));
        FittedClassifier loaded = FittedClassifier.load(folder.resolve("new/classifier"));

        List<FeatureRow> asked = new Clusters(12, 3, 2).rows(FRUITS, 50);
        assertThat(predict(loaded, asked)).isEqualTo(predict(fitted, asked));
        assertThat(loaded.card()).isEqualTo(fitted.card());
        assertThat(loaded.labels()).isEqualTo(fitted.labels());
        assertThat(loaded.dimension()).isEqualTo(12);
    }

    @Test
    void a_classifier_on_components_takes_features_and_saves_its_projection() throws IOException {
        PcaProjection pca = firstAxes(4);
        FittedClassifier fitted =
                classifier(1).fit(Clusters.training(APART.rows(FRUITS, 40)).reducedBy(pca));
        fitted.save(folder);
        FittedClassifier loaded = FittedClassifier.load(folder);

        List<FeatureRow> asked = TESTED.rows(FRUITS, 50);
        assertThat(fitted.dimension()).isEqualTo(12);
        assertThat(evaluation(fitted, asked).accuracy()).isGreaterThanOrEqualTo(0.97);
        assertThat(predict(loaded, asked)).isEqualTo(predict(fitted, asked));
    }

    @Test
    void saving_replaces_what_was_saved_before() throws IOException {
        fit(APART.rows(FRUITS, 5)).save(folder);
        fit(APART.rows(List.of("Fig", "Plum"), 5)).save(folder);

        assertThat(FittedClassifier.load(folder).labels()).containsExactly("Fig", "Plum");
    }

    @Test
    void a_folder_without_a_classifier_is_refused() {
        assertThatThrownBy(() -> FittedClassifier.load(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("classifier " + folder + ": has no classifier.json; give the folder");
    }

    @Test
    void a_damaged_file_is_refused_by_name() throws IOException {
        FittedClassifier fitted = fit(APART.rows(FRUITS, 5));
        for (String file :
                fitted.documents().stream().map(document -> document.name()).toList()) {
            fitted.save(folder);
            String text = Files.readString(folder.resolve(file));
            Files.writeString(folder.resolve(file), text.substring(0, text.length() / 2));

            assertThatThrownBy(() -> FittedClassifier.load(folder))
                    .isInstanceOf(WrongUseException.class)
                    .hasMessageContaining(folder.resolve(file).toString())
                    .hasMessageContaining("train again");
        }
    }

    @Test
    void features_of_another_length_are_refused() {
        FittedClassifier fitted = fit(APART.rows(FRUITS, 5));

        assertThatThrownBy(() -> fitted.predict(Clusters.MODEL, List.of(FeatureVector.of(1, 2, 3))))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of 3 values: this classifier was trained on 12 of clusters;"
                        + " extract with that model or train again");
    }

    @Test
    void features_of_another_model_are_refused() {
        FittedClassifier fitted = fit(APART.rows(FRUITS, 5));
        ModelId other = new ModelId("clusters", "1".repeat(64), "none");

        assertThatThrownBy(() -> fitted.predict(other, List.of()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of " + other.fingerprint() + ": this classifier was trained on those of "
                        + Clusters.MODEL.fingerprint() + "; extract with that model or train again");
    }

    @Test
    void features_that_are_not_finite_are_refused() {
        FittedClassifier fitted = fit(APART.rows(FRUITS, 5));
        FeatureVector bad = FeatureVector.of(new float[] {0, 0, Float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThatThrownBy(() -> fitted.predict(Clusters.MODEL, List.of(bad)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("not finite");
    }

    @Test
    void one_image_per_class_is_enough() {
        FittedClassifier fitted = fit(new Clusters(4, 0.1, 1).rows(FRUITS, 1));

        assertThat(evaluation(fitted, new Clusters(4, 0.1, 2).rows(FRUITS, 10)).accuracy())
                .isEqualTo(1);
    }

    @Test
    void a_class_without_images_is_never_predicted() {
        List<FeatureRow> tested = TESTED.rows(FRUITS, 10);
        FittedClassifier fitted = fit(APART.rows(FRUITS.subList(0, 3), 20));

        assertThat(fitted.labels()).containsExactly("Apple", "Kiwi", "Lemon");
        assertThat(evaluation(fitted, tested).unlearned()).containsExactly(Map.entry("Pear", 10L));
    }

    @Test
    void labels_may_hold_any_characters() throws IOException {
        List<String> odd = List.of("##UNKNOWN##", "a,\"b\"\n|c", " ", "Grenade rouge né", "{\"label\": 1}", "果物 🍎");
        FittedClassifier fitted = fit(APART.rows(odd, 20));
        fitted.save(folder);

        assertThat(FittedClassifier.load(folder).labels()).containsExactlyInAnyOrderElementsOf(odd);
        assertThat(evaluation(FittedClassifier.load(folder), TESTED.rows(odd, 10))
                        .accuracy())
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void a_rare_class_is_still_found() {
        List<FeatureRow> rows = new ArrayList<>(APART.rows("Apple", 0, 500));
        rows.addAll(APART.rows("Kiwi", 1, 10));
        FittedClassifier fitted = fit(rows);

        assertThat(evaluation(fitted, TESTED.rows("Kiwi", 1, 50)).accuracy()).isGreaterThanOrEqualTo(0.9);
        assertThat(fitted.card().imagesPerLabel()).containsEntry("Apple", 500L).containsEntry("Kiwi", 10L);
    }

    @Test
    void a_feature_that_never_varies_does_no_harm() {
        List<FeatureRow> rows = IntStream.range(0, 40)
                .mapToObj(i -> new FeatureRow(
                        i + ".jpg", i % 2 == 0 ? "Apple" : "Kiwi", FeatureVector.of(7.3f, i % 2 + i * 1e-3f, 0)))
                .toList();

        assertThat(evaluation(fit(rows), rows).accuracy()).isEqualTo(1);
    }

    @Test
    void a_prediction_does_not_depend_on_the_other_images() {
        FittedClassifier fitted = fit(new Clusters(12, 3, 1).rows(FRUITS, 20));
        List<FeatureRow> asked = TESTED.rows(FRUITS, 40);
        List<Prediction> together = predict(fitted, asked);

        assertThat(asked.stream()
                        .flatMap(row -> predict(fitted, List.of(row)).stream())
                        .toList())
                .isEqualTo(together);
    }

    private FittedClassifier fit(List<FeatureRow> rows) {
        return classifier(1).fit(Clusters.training(rows));
    }

    private static List<Prediction> predict(FittedClassifier fitted, List<FeatureRow> rows) {
        return fitted.predict(
                Clusters.MODEL, rows.stream().map(FeatureRow::vector).toList());
    }

    private static Evaluation evaluation(FittedClassifier fitted, List<FeatureRow> rows) {
        List<Prediction> predictions = predict(fitted, rows);
        return Evaluation.of(
                fitted.labels(),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new ClassifiedImage(
                                rows.get(i).path(), rows.get(i).label(), predictions.get(i)))
                        .toList());
    }

    /** Keeps the first features as they are. */
    private static PcaProjection firstAxes(int kept) {
        double[][] axes = new double[kept][12];
        IntStream.range(0, kept).forEach(i -> axes[i][i] = 1);
        double[] variances = IntStream.range(0, 12).mapToDouble(i -> 12 - i).toArray();
        return PcaProjection.of(new double[12], axes, ExplainedVariance.of(variances, 100), 100);
    }
}
