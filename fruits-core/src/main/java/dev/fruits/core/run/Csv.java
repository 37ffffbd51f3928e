package dev.fruits.core.run;

import dev.fruits.core.image.Rejection;
import java.util.List;
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

    /** One line, quoted where it must be, with its end. */
    public static String line(String... fields) {
        return Stream.of(fields).map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }
}
