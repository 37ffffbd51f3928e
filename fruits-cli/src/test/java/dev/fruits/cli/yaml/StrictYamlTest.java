package dev.fruits.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
    /** A document of every type. */
    record Basket(
            String owner,
            @Nullable Integer appleCount,
            @Nullable Long seed,
            @Nullable Double weight,
            @Nullable Lid lid) {}

    /** A record that refuses some values. */
    record Lid(String colour) {
        Lid {
            if (colour.equals("invisible")) {
                throw new WrongUseException("colour invisible: cannot be seen");
            }
        }
    }

    @TempDir
    Path folder;

    private Basket read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("basket.yaml"), text);
        return new StrictYaml(Map.of("NAME", "Eve", "EMPTY", "")).read(file.toString(), file, Basket.class);
    }

    private void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(folder.resolve("basket.yaml") + message);
    }

    @Test
    void every_type_is_read_and_keys_are_in_kebab_case() throws IOException {
        assertThat(read("owner: Ann\napple-count: 3\nseed: 9000000000\nweight: 1.5e-1\nlid: { colour: red }"))
                .isEqualTo(new Basket("Ann", 3, 9_000_000_000L, 0.15, new Lid("red")));
    }

    @Test
    void nullable_keys_may_be_left_out() throws IOException {
        assertThat(read("owner: Ann")).isEqualTo(new Basket("Ann", null, null, null, null));
    }

    @Test
    void an_unknown_key_is_named_with_the_nearest_known_one() {
        assertWrong("owner: Ann\n\nlid:\n  color: red", ":4:3: unknown key 'color' in 'lid'; did you mean 'colour'?");
        assertWrong(
                "owner: Ann\nzzzzzzzzzz: 1",
                ":2:1: unknown key 'zzzzzzzzzz' in the file; known keys: owner, apple-count, seed, weight, lid");
    }

    @Test
    void a_repeated_key_is_wrong() {
        assertWrong("owner: Ann\nowner: Bob", ":2:1: key 'owner' is given twice in the file");
    }

    @Test
    void a_missing_key_is_wrong() {
        assertWrong("seed: 1", ":1:1: key 'owner' is missing in the file");
        assertWrong("owner: Ann\nlid: {}", ":2:6: key 'colour' is missing in 'lid'");
    }

    @Test
    void a_wrong_type_is_named_with_what_was_expected() {
        assertWrong("owner: Ann\napple-count: many", ":2:14: 'apple-count' must be a whole number but is 'many'");
        assertWrong("owner: Ann\napple-count: 1.5", ":2:14: 'apple-count' must be a whole number but is '1.5'");
        assertWrong(
                "owner: Ann\napple-count: 9000000000",
                ":2:14: 'apple-count' must be a whole number but is '9000000000'");
        assertWrong("owner: Ann\nweight: .nan", ":2:9: 'weight' must be a number but is '.nan'");
        assertWrong("owner: Ann\nweight: NaN", ":2:9: 'weight' must be a number but is 'NaN'");
        assertWrong("owner: [Ann]", ":1:8: 'owner' must be a single value");
        assertWrong("owner: Ann\nlid: red", ":2:6: 'lid' must be a mapping of colour");
        assertWrong("owner:", ":1:7: 'owner' has no value; give one or leave the key out");
        assertWrong("- owner", ":1:1: the file must be a mapping of owner, apple-count, seed, weight, lid");
    }

    @Test
    void what_a_record_refuses_stands_at_its_place() {
        assertWrong("owner: Ann\nlid: { colour: invisible }", ":2:6: colour invisible: cannot be seen");
    }

    @Test
    void a_key_that_is_no_text_is_wrong_use() {
        assertThatThrownBy(() -> read("? [a, b]\n: 1"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("basket.yaml: is not YAML that can be read")
                .hasMessageContaining("Non scalar key");
    }

    @Test
    void variables_take_the_value_of_the_environment_or_their_default() throws IOException {
        assertThat(read("owner: ${NAME}").owner()).isEqualTo("Eve");
        assertThat(read("owner: a-${EMPTY:-b}-${MISSING:-}-$c").owner()).isEqualTo("a-b--$c");
        assertThat(read("owner: x\napple-count: ${MISSING:-7}").appleCount()).isEqualTo(7);
    }

    @Test
    void a_variable_without_a_value_is_wrong() {
        assertWrong(
                "owner: ${MISSING}",
                ":1:8: environment variable MISSING is not set; set it or write ${MISSING:-default}");
        assertWrong("owner: ${NAME", ":1:8: '${NAME' must be ${NAME} or ${NAME:-default}");
        assertWrong("owner: ${a b}", ":1:8: '${a b}' must be ${NAME} or ${NAME:-default}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"owner: [", "owner: a: b", "owner: 'Ann", "\towner: Ann", "owner: *unknown", "a: 1\n---\nb: 2"})
    void broken_yaml_is_wrong_use_with_line_and_column(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WrongUseException.class)
                .hasMessageMatching("(?s).*basket\\.yaml:\\d+:\\d+: .+");
    }

    @Test
    void an_empty_file_is_wrong_use() {
        assertWrong("", ": is empty");
        assertWrong("# nothing but a comment\n", ": is empty");
    }

    @Test
    void a_file_that_is_not_there_is_wrong_use() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> new StrictYaml(Map.of()).read(missing.toString(), missing, Basket.class))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(missing + ": no such file; check the path");
        assertThatThrownBy(() -> new StrictYaml(Map.of()).read(folder.toString(), folder, Basket.class))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(folder + ": is a folder; give a YAML file");
    }

    @Test
    void bytes_that_are_no_text_are_wrong_use() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), "owner: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new StrictYaml(Map.of()).read(file.toString(), file, Basket.class))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(file + ": is not UTF-8 text");
    }

    @Test
    void control_characters_are_wrong_use() {
        assertThatThrownBy(() -> read("owner: \u0001"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("basket.yaml");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() throws IOException {
        Path file = Files.writeString(folder.resolve("huge.yaml"), "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> new StrictYaml(Map.of()).read(file.toString(), file, Basket.class))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(file + ": is larger than 1 MiB; is it a YAML file?");
    }
}
