package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineProgramTest {
    private final Session session = Session.plain();

    @Test
    void help_lists_commands_examples_and_exit_codes_on_standard_output() {
        assertThat(session.fruits("--help")).isZero();
        assertThat(session.out())
                .contains(
                        "Usage: ./fruits [-hV] COMMAND",
                        "  run ",
                        "  models ",
                        "Examples",
                        "Exit codes: 0 done, 1 the run failed, 2 wrong use");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void help_of_run_groups_its_options_and_names_defaults() {
        assertThat(session.fruits("run", "--help")).isZero();
        assertThat(session.out())
                .containsSubsequence("Images\n", "--images", "CNN\n", "--model", "Components\n", "--pca", "Engine\n")
                .contains("Default: 0.95.", "Default: local,", "Default: 42.", "Default: 16.", "${OUT:-results}");
    }

    @Test
    void version_names_the_program_and_java() {
        assertThat(session.fruits("--version")).isZero();
        assertThat(session.out()).matches("fruits \\S+ \\(Java .*\\)\\R");
    }

    @Test
    void completion_is_a_script_that_knows_the_options() {
        assertThat(session.fruits("generate-completion")).isZero();
        assertThat(session.out())
                .contains("complete -F", "fake-cnn", "--per-label", "--overwrite", "--features-tolerance");
    }

    @Test
    void no_command_is_wrong_use_and_shows_help() {
        assertThat(session.fruits()).isEqualTo(2);
        assertThat(session.err()).startsWith("Usage: ./fruits [-hV] COMMAND").contains("Exit codes: 0 done");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void help_before_a_command_describes_it() {
        assertThat(session.fruits("help", "run")).isZero();
        assertThat(session.out()).startsWith("Usage: ./fruits run [OPTIONS] [PIPELINE.yaml]");
        assertThat(session.fruits("help")).isZero();
        assertThat(session.out()).contains("Usage: ./fruits [-hV] COMMAND");
    }

    @Test
    void help_is_as_wide_as_the_terminal() {
        Session narrow = new Session(Map.of("COLUMNS", "60"), new StoppedClock());
        assertThat(narrow.fruits("diff", "--help")).isZero();
        assertThat(narrow.out().lines().takeWhile(line -> !line.startsWith("A difference")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void an_unknown_command_is_wrong_use_and_the_known_ones_are_named() {
        assertThat(session.fruits("walk")).isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: unknown command 'walk'; commands: demo, init, run,")
                .hasLineCount(1);
        assertThat(session.fruits("evaluat")).isEqualTo(2);
        assertThat(session.err()).contains("fruits: unknown command 'evaluat'; did you mean 'evaluate'?");
    }

    @Test
    void models_are_listed_with_the_state_of_their_weights(@TempDir Path cache) throws IOException {
        Session withCache = new Session(Map.of("FRUITS_MODELS", cache.toString()), new StoppedClock());
        assertThat(withCache.fruits("models")).isZero();
        Files.writeString(cache.resolve("fake-cnn.onnx"), "weights");
        assertThat(withCache.fruits("models")).isZero();
        assertThat(withCache.out().lines().filter(line -> line.startsWith("fake-cnn")))
                .hasSize(2)
                .satisfiesExactly(
                        before -> assertThat(before)
                                .containsPattern(
                                        "3 +2 +1,234 +8x8 +MIT +missing; put fake-cnn.onnx into the cache +made by hand"),
                        after ->
                                assertThat(after).containsPattern("3 +2 +1,234 +8x8 +MIT +in the cache +made by hand"));
        assertThat(withCache.out()).contains("Cache: " + cache);
    }

    @Test
    void models_as_json_parse(@TempDir Path cache) {
        Session withCache = new Session(Map.of("FRUITS_MODELS", cache.toString()), new StoppedClock());
        assertThat(withCache.fruits("models", "--json")).isZero();
        JsonFields document = JsonFields.parse("standard output", withCache.out());
        assertThat(document.string("cache")).isEqualTo(cache.toString());
        assertThat(document.list("models").toString())
                .contains(
                        "name=fake-cnn",
                        "dimension=3",
                        "depth=2",
                        "parameters=1234",
                        "weights=brought",
                        "in_cache=false");
    }
}
