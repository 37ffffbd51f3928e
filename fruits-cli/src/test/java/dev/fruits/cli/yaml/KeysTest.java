package dev.fruits.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    @ParameterizedTest
    @CsvSource({"perLabel, per-label", "images, images", "aBC, a-b-c"})
    void names_become_kebab_case(String camel, String kebab) {
        assertThat(Keys.kebab(camel)).isEqualTo(kebab);
    }
}
