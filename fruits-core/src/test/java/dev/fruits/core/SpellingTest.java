package dev.fruits.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> WORDS = List.of("components", "variance", "pca");

    @ParameterizedTest
    @CsvSource({"componets, components", "varianze, variance", "pac, ''", "pc, pca", "variance, variance", "banana, ''"
    })
    void the_nearest_word_is_meant_if_it_is_near(String given, String meant) {
        assertThat(Spelling.closest(given, WORDS).orElse("")).isEqualTo(meant);
    }
}
