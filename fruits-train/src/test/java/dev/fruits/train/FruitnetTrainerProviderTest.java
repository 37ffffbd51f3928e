package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.TrainerProvider;
import dev.fruits.core.spi.TrainingRequest;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FruitnetTrainerProviderTest {
    private static final Path OUT = Path.of("out");

    @Test
    void it_is_found_and_trains_fruitnet() {
        assertThat(ServiceLoader.load(TrainerProvider.class))
                .singleElement()
                .isInstanceOf(FruitnetTrainerProvider.class)
                .returns("fruitnet", TrainerProvider::model);
    }

    @Test
    void what_is_not_asked_is_as_the_bundled_network_has_it() {
        TrainingRequest nothing = new TrainingRequest(
                OUT, ExistingResults.REFUSE, false, "Training", "not stated", null, null, null, null, null);

        assertThat(FruitnetTrainerProvider.settings(nothing))
                .isEqualTo(TrainingSettings.into(OUT)
                        .dataSet(new DataSet("Training", "", ""))
                        .licence("not stated")
                        .build());
    }

    @Test
    void what_is_asked_is_taken() {
        TrainingRequest all =
                new TrainingRequest(OUT, ExistingResults.REPLACE, false, "mine", "MIT", 5, 7L, 16, 3, 0.2);

        assertThat(FruitnetTrainerProvider.settings(all))
                .isEqualTo(TrainingSettings.into(OUT)
                        .existing(ExistingResults.REPLACE)
                        .dataSet(DataSet.named("mine"))
                        .licence("MIT")
                        .epochs(5)
                        .seed(7)
                        .batch(16)
                        .threads(3)
                        .heldBackShare(0.2)
                        .build());
    }

    @Test
    void a_value_out_of_its_range_is_refused() {
        TrainingRequest none =
                new TrainingRequest(OUT, ExistingResults.REFUSE, false, "mine", "MIT", 0, null, null, null, null);

        assertThatThrownBy(() -> new FruitnetTrainerProvider().open(none))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("epochs 0: must be at least 1");
    }
}
