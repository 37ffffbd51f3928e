package dev.fruits.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.s3.S3Location;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.predict.PredictionThreshold;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void a_classifier_is_enough() {
        assertThat(Settings.of(Map.of("FRUITS_CLASSIFIER", "/opt/classifier")))
                .isEqualTo(new Settings("/opt/classifier", PredictionThreshold.DEFAULT, Path.of("/tmp")));
    }

    @Test
    void everything_can_be_set() {
        assertThat(Settings.of(Map.of(
                        "FRUITS_CLASSIFIER", "s3://b/p", "FRUITS_THRESHOLD", "0.8", "FRUITS_MODELS", "/tmp/models")))
                .isEqualTo(new Settings("s3://b/p", new PredictionThreshold(0.8, 3), Path.of("/tmp/models")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | ''   | FRUITS_CLASSIFIER: is not set; name the folder
            /opt/classifier | high | FRUITS_THRESHOLD high: is no number; give one of 0 to 1
            /opt/classifier | 80   | threshold 80.0: must be 0 to 1
            /opt/classifier | NaN  | threshold NaN: must be 0 to 1
            """)
    void what_is_wrong_is_named_with_the_remedy(String classifier, String threshold, String message) {
        assertThatThrownBy(() -> Settings.of(Map.of("FRUITS_CLASSIFIER", classifier, "FRUITS_THRESHOLD", threshold)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://models, s3://models/classifier.json",
        "s3://models/, s3://models/classifier.json",
        "s3://models/a/b, s3://models/a/b/classifier.json",
        "s3://models/a b+c/, s3://models/a b+c/classifier.json"
    })
    void objects_lie_below_a_prefix(String prefix, String object) {
        assertThat(S3Location.of("classifier", new Location(prefix)).resolve("classifier.json"))
                .hasToString(object);
    }
}
