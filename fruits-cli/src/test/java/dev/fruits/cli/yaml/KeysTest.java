package dev.fruits.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    @ParameterizedTest
    @CsvSource({
        "pca, pca, 0",
        "componets, components, 1",
        "kitten, sitting, 3",
        "'', seed, 4",
        "seed, '', 4",
        "ab, ba, 2"
    })
    void the_distance_counts_letters_to_change(String a, String b, int expected) {
        assertThat(Keys.distance(a, b)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"perLabel, per-label", "images, images", "aBC, a-b-c"})
    void names_become_kebab_case(String camel, String kebab) {
        assertThat(Keys.kebab(camel)).isEqualTo(kebab);
    }
}
