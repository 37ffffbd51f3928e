package dev.fruits.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierFilesTest {
    @Test
    void the_card_names_the_others() {
        assertThat(ClassifierFiles.besides("saved", "{\"files\": {\"weights.json\": \"a\", \"pca.json\": \"b\"}}"))
                .containsExactly("weights.json", "pca.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/x.json", "..", "a/b.json", "classifier.json", ""})
    void names_outside_the_folder_are_refused(String name) {
        assertThatThrownBy(() -> ClassifierFiles.besides("saved", "{\"files\": {\"" + name + "\": \"a\"}}"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("classifier saved: lists files that are not plain names, [" + name
                        + "]; copy the whole folder again");
    }

    @Test
    void a_text_that_is_no_card_is_refused() {
        assertThatThrownBy(() -> ClassifierFiles.besides("saved", "<html>"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("classifier saved: classifier.json:1:1: unexpected '<'");
    }
}
