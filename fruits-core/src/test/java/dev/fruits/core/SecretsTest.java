package dev.fruits.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void what_the_environment_holds_and_any_key_id_is_hidden() {
        Map<String, String> environment = Map.of("AWS_SECRET_ACCESS_KEY", "se/cret", "AWS_SESSION_TOKEN", "to+ken");

        assertThat(Secrets.hiddenIn("key AKIAIOSFODNN7EXAMPLE with se/cret and to+ken was refused", environment))
                .isEqualTo("key … with … and … was refused");
    }

    @Test
    void an_empty_variable_hides_nothing() {
        assertThat(Secrets.hiddenIn("a b", Map.of("AWS_SESSION_TOKEN", ""))).isEqualTo("a b");
    }

    @Test
    void a_property_of_the_process_is_hidden() {
        System.setProperty("aws.sessionToken", "from/property");
        try {
            assertThat(Secrets.hiddenIn("token from/property", Map.of())).isEqualTo("token …");
        } finally {
            System.clearProperty("aws.sessionToken");
        }
    }

    @Test
    void long_words_are_hidden_in_the_answer_of_a_service_alone() {
        String text = "signature " + "aB3/".repeat(10);

        assertThat(Secrets.hiddenIn(text)).isEqualTo(text);
        assertThat(Secrets.hiddenInAnswer(text)).isEqualTo("signature …");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "aws.accessKeyId",
                "aws.secretAccessKey",
                "aws.sessionToken",
                "spark.hadoop.fs.s3a.access.key",
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.s3a.session.token",
                "javax.net.ssl.trustStorePassword"
            })
    void a_name_tells_that_its_value_is_a_secret(String name) {
        assertThat(Secrets.hiddenIn("a value b", Map.of(name, "value"))).isEqualTo("a … b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKENIZERS_PARALLELISM", "AWS_REGION", "java.home", "KEYBOARD", "FRUITS_MODELS"})
    void other_values_are_shown(String name) {
        assertThat(Secrets.hiddenIn("a value b", Map.of(name, "value"))).isEqualTo("a value b");
    }
}
