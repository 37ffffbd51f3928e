package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSettingsTest {
    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(it -> it.licence(" "), "licence ' ': must say under which licence the weights are"),
                wrong(it -> it.epochs(0), "epochs 0: must be at least 1"),
                wrong(it -> it.batch(1), "batch 1: must be at least 2"),
                wrong(it -> it.threads(0), "threads 0: must be at least 1"),
                wrong(it -> it.learningRate(0), "learning rate 0.0: must be more than 0, less than 1"),
                wrong(it -> it.learningRate(Double.NaN), "learning rate NaN: must be more than 0, less than 1"),
                wrong(it -> it.weightDecay(-1), "weight decay -1.0: must be 0 to less than 1"),
                wrong(it -> it.labelSmoothing(1), "label smoothing 1.0: must be 0 to less than 1"),
                wrong(it -> it.heldBackShare(0.6), "held-back share 0.6: must be 0 to 0.5"));
    }

    private static Arguments wrong(UnaryOperator<TrainingSettings.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_value_out_of_its_range_is_named(UnaryOperator<TrainingSettings.Builder> change, String message) {
        TrainingSettings.Builder builder = change.apply(TrainingSettings.into(Path.of("out")));

        assertThatThrownBy(builder::build).isInstanceOf(WrongUseException.class).hasMessage(message);
    }
}
