package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void what_the_environment_holds_and_any_key_id_is_hidden() {
        Secrets secrets = Secrets.of(Map.of("AWS_SECRET_ACCESS_KEY", "se/cret", "AWS_SESSION_TOKEN", "to+ken"));

        assertThat(secrets.hiddenIn("key AKIAIOSFODNN7EXAMPLE with se/cret and to+ken was refused"))
                .isEqualTo("key … with … and … was refused");
    }

    @Test
    void an_empty_variable_hides_nothing() {
        assertThat(Secrets.of(Map.of("AWS_SESSION_TOKEN", "")).hiddenIn("a b")).isEqualTo("a b");
    }
}
