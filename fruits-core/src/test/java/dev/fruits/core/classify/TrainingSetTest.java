package dev.fruits.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.Clusters;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final FeatureRow APPLE = row("Apple/1.jpg", "Apple", 1, 2);
    private static final FeatureRow KIWI = row("Kiwi/1.jpg", "Kiwi", 3, 4);

    @Test
    void rows_keep_their_order_and_are_counted_by_label() {
        TrainingSet set = TrainingSet.of(List.of(KIWI, APPLE, KIWI), Clusters.ORIGIN);

        assertThat(set.rows()).containsExactly(KIWI, APPLE, KIWI);
        assertThat(set.labels()).containsExactly("Apple", "Kiwi");
        assertThat(set.imagesPerLabel()).containsExactly(Map.entry("Apple", 1L), Map.entry("Kiwi", 2L));
        assertThat(set.dimension()).isEqualTo(2);
        assertThat(set.projection()).isEmpty();
    }

    @Test
    void no_rows_are_refused() {
        refused(
                List.of(),
                "training images memory://Training: no image gave features; give images of at least two classes");
    }

    @Test
    void one_label_is_refused() {
        refused(
                List.of(APPLE, APPLE),
                "training images memory://Training: all 2 are of 'Apple'; give at least two classes,"
                        + " one sub-folder each");
    }

    @Test
    void vectors_of_different_lengths_are_refused_by_path() {
        refused(
                List.of(APPLE, row("Kiwi/2.jpg", "Kiwi", 1)),
                "features of Kiwi/2.jpg: 1 values, but Apple/1.jpg has 2; extract all of them with one model");
    }

    @Test
    void a_value_that_is_not_finite_is_refused_by_path() {
        refused(
                List.of(APPLE, row("Kiwi/2.jpg", "Kiwi", 1, Float.NaN)),
                "features of Kiwi/2.jpg: a value is not finite; leave the image out or extract again");
    }

    private static void refused(List<FeatureRow> rows, String message) {
        assertThatThrownBy(() -> TrainingSet.of(rows, Clusters.ORIGIN))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(message);
    }

    private static FeatureRow row(String path, String label, float... values) {
        return new FeatureRow(path, label, FeatureVector.of(values));
    }
}
