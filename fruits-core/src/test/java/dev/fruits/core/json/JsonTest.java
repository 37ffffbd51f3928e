package dev.fruits.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void what_is_written_is_read_back() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "é \"quoted\" \\ \n \t \u0001 \uD83C\uDF4E");
        value.put("whole", 42L);
        value.put("real", 0.1);
        value.put("yes", true);
        value.put("nothing", Json.NULL);
        value.put("numbers", List.of(1.5, -2.0));
        value.put("nested", Map.of("empty", List.of(), "none", Map.of()));

        assertThat(Json.parse("x", Json.write(value))).isEqualTo(value);
    }

    @Test
    void every_double_survives() {
        Random random = new Random(7);
        double[] numbers = random.longs(10_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();

        JsonFields read = JsonFields.parse("x", Json.write(Map.of("numbers", numbers)));

        assertThat(read.numbers("numbers")).isEqualTo(numbers);
    }

    @Test
    void numbers_stand_on_one_line_and_objects_are_indented() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", List.of(1L, 2L));
        value.put("b", Map.of("c", "d"));

        assertThat(Json.write(value)).isEqualTo("""
                        {
                          "a": [1, 2],
                          "b": {
                            "c": "d"
                          }
                        }
                        """);
    }

    @Test
    void a_number_that_is_not_finite_cannot_be_written() {
        assertThatThrownBy(() -> Json.write(Map.of("a", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}         | x:1:9: expected '\"' but found '}'",
                "{\"a\": 1, \"a\": 2} | x:1:16: key 'a' is given twice",
                "[1 2]               | x:1:4: expected ',' but found '2'",
                "{\"a\"              | x:1:5: ends too early",
                "\"a                 | x:1:3: ends too early",
                "1x                  | x:1:2: unexpected 'x' after the end",
                "+1                  | x:1:1: not a number: +1",
                "01                  | x:1:1: not a number: 01",
                "-01                 | x:1:1: not a number: -01",
                "-                   | x:1:1: not a number: -",
                "1.                  | x:1:1: not a number: 1.",
                ".5                  | x:1:1: not a number: .5",
                "1.e5                | x:1:1: not a number: 1.e5",
                "1e                  | x:1:1: not a number: 1e",
                "NaN                 | x:1:1: unexpected 'N'",
                "[0, 1e400]          | x:1:5: too large for a double: 1e400",
                "-1e400              | x:1:1: too large for a double: -1e400",
                "\"\\ud800\"          | x:1:8: half of a surrogate pair in a string",
                "\"\\udc00\\ud800\"    | x:1:14: half of a surrogate pair in a string",
                "1.2.3               | x:1:1: not a number: 1.2.3",
                "\"\\q\"             | x:1:4: unknown escape '\\q'",
                "\"\\u12g4\"         | x:1:4: expected four hexadecimal digits",
                "tru                 | x:1:1: expected true"
            })
    void a_fault_is_named_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Json.parse("x", text))
                .isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    @Test
    void control_characters_in_a_string_must_be_escaped() {
        assertThatThrownBy(() -> Json.parse("x", "\"a\nb\""))
                .isInstanceOf(JsonException.class)
                .hasMessage("x:1:3: control character in a string");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1E+2, 100.0",
        "1e-400, 0.0",
        "-12, -12",
        "9223372036854775807, 9223372036854775807"
    })
    void numbers_of_the_standard_are_read(String text, String value) {
        assertThat(Json.parse("x", text)).hasToString(value);
    }

    @Test
    void a_whole_number_beyond_64_bits_is_read_as_a_double() {
        assertThat(Json.parse("x", "9223372036854775808")).isEqualTo(0x1p63);
    }

    private enum Colour {
        DARK_RED
    }

    private record Part(String name, double weight) {}

    private record Whole(
            int maxParts,
            Colour colour,
            List<Part> parts,
            Map<String, Part> byName,
            List<Double> shares,
            Optional<Part> spare,
            @Nullable String sha256,
            Optional<String> lastNote,
            Object none) {}

    @Test
    void a_record_is_written_in_the_order_of_its_components_in_snake_case_without_absent_ones() {
        Part core = new Part("core", 0.1);
        List<Double> shares = List.of(0.5, 1.0);
        Optional<Part> spare = Optional.of(new Part("leaf", 1e-7));

        assertThat(Json.write(new Whole(
                        2,
                        Colour.DARK_RED,
                        List.of(core),
                        Map.of("keptName", core),
                        shares,
                        spare,
                        null,
                        Optional.empty(),
                        Json.NULL)))
                .isEqualTo("""
                        {
                          "max_parts": 2,
                          "colour": "dark_red",
                          "parts": [
                            {
                              "name": "core",
                              "weight": 0.1
                            }
                          ],
                          "by_name": {
                            "keptName": {
                              "name": "core",
                              "weight": 0.1
                            }
                          },
                          "shares": [0.5, 1.0],
                          "spare": {
                            "name": "leaf",
                            "weight": 1.0E-7
                          },
                          "none": null
                        }
                        """);
    }

    @Test
    void depth_is_bounded() {
        assertThatThrownBy(() -> Json.parse("x", "[".repeat(100_000)))
                .isInstanceOf(JsonException.class)
                .hasMessage("x:1:65: nested deeper than 64");
    }

    @Test
    void fields_of_another_type_or_name_are_named() {
        JsonFields fields = JsonFields.parse("card", "{\"name\": 3, \"size\": \"a\", \"rows\": [[1, \"b\"]]}");

        assertThatThrownBy(() -> fields.string("name")).hasMessage("card: 'name' must be a text but is 3");
        assertThatThrownBy(() -> fields.integer("size")).hasMessage("card: 'size' must be a whole number but is a");
        assertThatThrownBy(() -> fields.rows("rows")).hasMessage("card: rows: must be a list of numbers");
        assertThatThrownBy(() -> fields.string("licence")).hasMessage("card: field 'licence' is missing");
        assertThatThrownBy(() -> fields.only(Set.of("name", "size")))
                .hasMessage("card: unknown field 'rows'; known: [name, size]");
    }
}
