package dev.fruits.cli.option;

import java.util.List;
import java.util.function.Function;

/**
 * How the text of a value is read, on the command line and in a pipeline file alike.
 *
 * @param expected completes "must be"
 * @param reader throws {@link NumberFormatException} where the text is something else
 */
public record ValueType<T>(String expected, Function<String, T> reader) {
    public static final ValueType<String> TEXT = new ValueType<>("a text", text -> text);

    /** A path or a URL; {@code ~/} at its beginning is the user's home folder. */
    public static final ValueType<String> LOCATION = new ValueType<>("a path or a URL", ValueType::expanded);

    public static final ValueType<Integer> INTEGER = new ValueType<>("a whole number", Integer::valueOf);
    public static final ValueType<Long> LONG = new ValueType<>("a whole number", Long::valueOf);
    public static final ValueType<Double> NUMBER = new ValueType<>("a number", ValueType::number);

    /** True where the option is given without a value. */
    public static final ValueType<Boolean> FLAG = new ValueType<>("true or false", ValueType::flag);

    /** Texts that are separated by commas. */
    public static final ValueType<List<String>> LIST =
            new ValueType<>("texts separated by commas", text -> List.of(text.split(",", -1)));

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is something else; the message begins with "must be"
     */
    T read(String text) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            String comma = text.matches("[+-]?\\d+,\\d+") ? "; write " + text.replace(',', '.') : "";
            throw new IllegalArgumentException("must be " + expected + comma, e);
        }
    }

    private static String expanded(String text) {
        return text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
    }

    private static Double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }
}
