package dev.fruits.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
    /** Keeps every value; the colour of the lid must be visible. */
    private static final class Basket implements KeyReader {
        private final Map<String, String> values = new LinkedHashMap<>();

        @Override
        public List<String> paths() {
            return List.of("owner", "apple-count", "lid.colour", "lid.size");
        }

        @Override
        public boolean mayBeEmpty(String section) {
            return section.isEmpty();
        }

        @Override
        public void take(String path, String text) {
            if (text.equals("invisible")) {
                throw new WrongUseException("colour invisible: cannot be seen");
            }
            values.put(path, text);
        }
    }

    @TempDir
    Path folder;

    private Map<String, String> read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("basket.yaml"), text));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Basket basket = new Basket();
        new StrictYaml(Map.of("NAME", "Eve", "EMPTY", "")).read(file.toString(), file, basket);
        return basket.values;
    }

    private void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(folder.resolve("basket.yaml") + message);
    }

    @Test
    void keys_and_sections_are_read_in_order() throws IOException {
        assertThat(read("lid: { colour: red }\napple-count: 3\nowner: Ann"))
                .containsExactly(entry("lid.colour", "red"), entry("apple-count", "3"), entry("owner", "Ann"));
        assertThat(read("{}")).isEmpty();
    }

    @Test
    void an_unknown_key_is_named_with_the_nearest_known_one() {
        assertWrong("owner: Ann\n\nlid:\n  color: red", ":4:3: unknown key 'color' in 'lid'; did you mean 'colour'?");
        assertWrong(
                "owner: Ann\nzzzzzzzzzz: 1",
                ":2:1: unknown key 'zzzzzzzzzz' in the file; known keys: owner, apple-count, lid");
    }

    @Test
    void a_repeated_key_is_wrong() {
        assertWrong("owner: Ann\nowner: Bob", ":2:1: key 'owner' is given twice in the file");
    }

    @Test
    void a_number_after_a_decimal_comma_is_no_key() {
        assertWrong("{ apple-count: 0,95 }", ":1:18: unknown key '95' in the file; write a decimal point: 0.95");
    }

    @Test
    void a_value_of_another_shape_is_wrong() {
        assertWrong("owner: [Ann]", ":1:8: 'owner' must be a single value");
        assertWrong("lid: red", ":1:6: 'lid' must be a mapping of colour, size");
        assertWrong("lid: {}", ":1:6: 'lid' is empty; give 'colour' or 'size'");
        assertWrong("owner:", ":1:7: 'owner' has no value; give one or remove the key");
        assertWrong("- owner", ":1:1: the file must be a mapping of owner, apple-count, lid");
    }

    @Test
    void a_refused_value_is_named_with_line_and_column() {
        assertWrong("owner: Ann\nlid: { colour: invisible }", ":2:16: colour invisible: cannot be seen");
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
        assertThat(read("owner: ${NAME}")).containsEntry("owner", "Eve");
        assertThat(read("owner: a-${EMPTY:-b}-${MISSING:-}-$c")).containsEntry("owner", "a-b--$c");
        assertThat(read("apple-count: ${MISSING:-7}")).containsEntry("apple-count", "7");
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
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(missing + ": no such file; check the path");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(folder + ": is a folder; give a YAML file, or pass the images with --images " + folder);
    }

    @Test
    void bytes_that_are_no_text_are_wrong_use() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), "owner: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file))
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
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(file + ": is larger than 1 MiB; is it a YAML file?");
    }
}
