package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void quotes_survive_and_plain_words_need_none() {
        assertThat(ShellWord.of("Mia's")).isEqualTo("'Mia'\\''s'");
        assertThat(ShellWord.of("s3://a/b-c_1.yaml")).isEqualTo("s3://a/b-c_1.yaml");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
