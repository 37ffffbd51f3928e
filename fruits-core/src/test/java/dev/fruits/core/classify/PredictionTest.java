package dev.fruits.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private static final Prediction PREDICTION =
            Prediction.of(List.of("Apple", "Kiwi", "Lemon", "Pear"), new double[] {0.2, 0.5, 0.1, 0.2});

    @Test
    void labels_are_ranked_by_probability_then_by_name() {
        assertThat(PREDICTION.ranked())
                .extracting(LabelProbability::label)
                .containsExactly("Kiwi", "Apple", "Pear", "Lemon");
        assertThat(PREDICTION.best()).isEqualTo(new LabelProbability("Kiwi", 0.5));
    }

    @Test
    void the_top_holds_no_more_labels_than_there_are() {
        assertThat(PREDICTION.top(2)).extracting(LabelProbability::label).containsExactly("Kiwi", "Apple");
        assertThat(PREDICTION.top(9)).hasSize(4);
    }

    @Test
    void a_fruit_is_known_from_the_threshold_on() {
        assertThat(PREDICTION.isKnown(0.5)).isTrue();
        assertThat(PREDICTION.isKnown(0.51)).isFalse();
        assertThatThrownBy(() -> PREDICTION.isKnown(50))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("threshold 50.0: must be 0 to 1; 0.5 is the default");
    }

    @Test
    void what_is_no_distribution_cannot_be_made() {
        assertThatThrownBy(() -> Prediction.of(List.of("a", "b"), new double[] {0.5, 0.4}))
                .hasMessage("probabilities must sum to 1: 0.9");
        assertThatThrownBy(() -> Prediction.of(List.of("a", "b"), new double[] {1.5, -0.5}))
                .hasMessage("probability of 'a' must be 0 to 1: 1.5");
        assertThatThrownBy(() -> Prediction.of(List.of("a", "a"), new double[] {0.5, 0.5}))
                .hasMessageStartingWith("a label stands twice");
        assertThatThrownBy(() -> Prediction.of(List.of(), new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
