package dev.fruits.core.run;

import dev.fruits.core.image.Rejection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV as RFC 4180 quotes it, with {@code \n} at the ends of lines. */
public final class Csv {
    private Csv() {}

    /** A head, and a line for each rejection: {@code path,stage,reason}. */
    public static String rejections(List<Rejection> rejections) {
        return rejections.stream()
                .map(r -> line(r.path(), r.stage().text(), r.reason()))
                .collect(Collectors.joining("", "path,stage,reason\n", ""));
    }

    /**
     * A head of the names, and a line for each row.
     *
     * @param rows values by name, of the same names in the same order; at least one
     */
    public static String table(List<? extends Map<String, ?>> rows) {
        StringBuilder text = new StringBuilder(line(rows.get(0).keySet().toArray()));
        rows.forEach(row -> text.append(line(row.values().toArray())));
        return text.toString();
    }

    /** One line, quoted where it must be, with its end. */
    public static String line(Object... fields) {
        return Stream.of(fields).map(String::valueOf).map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    /**
     * The lines of a text, each as its fields; a line that has nothing on it is left out.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    public static List<List<String>> read(String text) {
        return new CsvReader(text).lines();
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }
}
