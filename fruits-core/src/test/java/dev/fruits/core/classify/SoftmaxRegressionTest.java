package dev.fruits.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.Clusters;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftmaxRegressionTest {
    @TempDir
    Path folder;

    /** z = (1, −2); scores 0.5 + 1, −1 · −2, −0.25: shares of e^1.5, e^2 and e^−0.25. */
    @Test
    void a_prediction_computed_by_hand() {
        Prediction prediction = classifier()
                .predict(Clusters.MODEL, List.of(FeatureVector.of(5, 0)))
                .get(0);

        double sum = Math.exp(1.5) + Math.exp(2) + Math.exp(-0.25);
        assertThat(prediction.ranked()).extracting(LabelProbability::label).containsExactly("Kiwi", "Apple", "Pear");
        assertThat(prediction.best().probability()).isCloseTo(Math.exp(2) / sum, within(1e-15));
        assertThat(prediction.top(3).get(2).probability()).isCloseTo(Math.exp(-0.25) / sum, within(1e-15));
    }

    @Test
    void large_scores_do_not_overflow() {
        Prediction prediction = classifier()
                .predict(Clusters.MODEL, List.of(FeatureVector.of(1e30f, -1e30f)))
                .get(0);

        assertThat(prediction.best().probability()).isEqualTo(1);
    }

    /** The reference: scikit-learn 1.2.1, {@code StandardScaler().fit([[1,5,2],[2,5,4],[6,5,9]])}. */
    @Test
    void standardisation_is_that_of_scikit_learn() {
        Standardisation fitted = Standardisation.fit(
                List.of(FeatureVector.of(1, 5, 2), FeatureVector.of(2, 5, 4), FeatureVector.of(6, 5, 9)));

        assertThat(fitted.mean()).containsExactly(3, 5, 5);
        assertThat(fitted.scale()).containsExactly(2.160246899469287, 1, 2.943920288775949);
    }

    @Test
    void loading_gives_an_equal_classifier() throws IOException {
        classifier().save(folder);

        assertThat(FittedClassifier.load(folder)).isEqualTo(classifier());
    }

    @Test
    void weights_of_another_classifier_are_refused() throws IOException {
        classifier().save(folder);
        Path weights = folder.resolve("weights.json");
        Files.writeString(weights, Files.readString(weights).replace("0.5", "0.25"));

        assertThatThrownBy(() -> FittedClassifier.load(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(weights + ": is not the file that classifier.json belongs to (its SHA-256 differs);"
                        + " copy the whole folder again or train again");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        classifier().save(folder);
        Files.delete(folder.resolve("weights.json"));

        assertThatThrownBy(() -> FittedClassifier.load(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("classifier " + folder + ": has no weights.json; copy the whole folder again");
    }

    @Test
    void another_kind_is_refused() throws IOException {
        classifier().save(folder);
        Path card = folder.resolve("classifier.json");
        Files.writeString(card, Files.readString(card).replace("softmax-regression", "forest"));

        assertThatThrownBy(() -> FittedClassifier.load(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(card + ": kind 'forest' version 1 is not known");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");

        assertThatThrownBy(() -> classifier().save(file))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("classifier " + file + ": is a file; give a folder");
    }

    @Test
    void weights_that_are_not_finite_cannot_be_made() {
        assertThatThrownBy(() -> classifier(Double.NaN))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("classifier by hand: training gave weights that are not finite; lower its learning rate");
    }

    private static SoftmaxRegression classifier() {
        return classifier(1);
    }

    private static SoftmaxRegression classifier(double first) {
        List<FeatureRow> rows = List.of(row("Apple"), row("Kiwi"), row("Pear"));
        ClassifierCard card =
                ClassifierCard.of("by hand", "none", Map.of("seed", "1"), TrainingSet.of(rows, Clusters.ORIGIN));
        return SoftmaxRegression.of(
                card,
                Optional.empty(),
                Standardisation.of(new double[] {3, 1}, new double[] {2, 0.5}),
                new double[][] {{first, 0}, {0, -1}, {0, 0}},
                new double[] {0.5, 0, -0.25});
    }

    private static FeatureRow row(String label) {
        return new FeatureRow(label + "/1.jpg", label, FeatureVector.of(1, 2));
    }
}
