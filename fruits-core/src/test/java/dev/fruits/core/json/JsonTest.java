package dev.fruits.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
                "01x                 | x:1:3: unexpected 'x' after the end",
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
