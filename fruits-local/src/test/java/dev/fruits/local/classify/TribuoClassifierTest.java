package dev.fruits.local.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.contract.ClassifierContract;
import dev.fruits.core.contract.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class TribuoClassifierTest extends ClassifierContract {
    @Override
    protected Classifier classifier(long seed) {
        return TribuoClassifier.withSeed(seed);
    }

    @Test
    void the_card_holds_every_hyper_parameter_and_the_library() {
        var card = new TribuoClassifier(3, 0.02, 4, 99)
                .fit(Clusters.training(new Clusters(4, 1, 1).rows(List.of("Apple", "Kiwi"), 5)))
                .card();

        assertThat(card.library()).isEqualTo("Tribuo 4.3.2");
        assertThat(card.hyperParameters())
                .containsEntry("epochs", "3")
                .containsEntry("learning_rate", "0.02")
                .containsEntry("batch", "4")
                .containsEntry("seed", "99");
        assertThat(card.host()).containsKeys("fruits", "java", "os", "architecture");
    }

    @Test
    void hyper_parameters_out_of_range_are_refused() {
        assertThatThrownBy(() -> new TribuoClassifier(0, 0.01, 16, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("epochs 0: must be 1 to 1000");
        assertThatThrownBy(() -> new TribuoClassifier(1, Double.NaN, 16, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("learning rate NaN: must be above 0, for example 0.01");
        assertThatThrownBy(() -> new TribuoClassifier(1, 0.01, 0, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("batch 0: must be 1 to 4096");
    }

    @Test
    void a_learning_rate_that_explodes_fails_and_says_so() {
        var training = Clusters.training(new Clusters(4, 1, 1).rows(List.of("Apple", "Kiwi"), 5));

        assertThatThrownBy(() -> new TribuoClassifier(5, 1e308, 1, 1).fit(training))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("classifier tribuo: training gave weights that are not finite; lower its learning rate");
    }
}
