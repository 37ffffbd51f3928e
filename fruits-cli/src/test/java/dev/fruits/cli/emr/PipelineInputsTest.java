package dev.fruits.cli.emr;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineInputsTest {
    @Test
    void locations_and_key_must_be_within_the_residency() {
        assertHeld("fake://virginia", null, "images fake://virginia: is in virginia, outside the EU");
        assertHeld(
                "fake://paris", "arn:aws:kms:us-east-1:111122223333:key/1", "kms-key: is in us-east-1, outside the EU");
    }

    private static void assertHeld(String images, @Nullable String key, String message) {
        OptionValues request = OptionValues.NONE
                .with(RunOptions.IMAGES, images)
                .with(RunOptions.MODEL, "fake-cnn")
                .with(RunOptions.OUT, "fake://out")
                .with(StoreOptions.REGION, "eu-west-3")
                .with(StoreOptions.ENDPOINT, "http://127.0.0.1:9")
                .with(StoreOptions.KMS_KEY, key)
                .with(StoreOptions.RESIDENCY, "eu");
        PipelineInputs inputs =
                new PipelineInputs(request, RunSettings.of(request), Adapters.onClassPath(), Path.of("none"));

        assertThatThrownBy(() -> inputs.requireResidency("eu-west-3", Map.of("images", new Location(images))))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(message);
    }
}
