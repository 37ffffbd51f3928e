package dev.fruits.cli.yaml;

import java.util.Map;
import java.util.function.Function;

/** The types that a single value may have. */
final class Scalars {
    private record Kind(String expected, Function<String, Object> reader) {}

    private static final Kind WHOLE = new Kind("a whole number", Integer::valueOf);
    private static final Kind WHOLE_LONG = new Kind("a whole number", Long::valueOf);
    private static final Kind NUMBER = new Kind("a number", Scalars::number);
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class, new Kind("a text", text -> text),
            int.class, WHOLE,
            Integer.class, WHOLE,
            long.class, WHOLE_LONG,
            Long.class, WHOLE_LONG,
            double.class, NUMBER,
            Double.class, NUMBER,
            Boolean.class, new Kind("true or false", Scalars::truth));

    private Scalars() {}

    /** Reads {@code text}; the message of what it throws says what was expected. */
    static Object read(String text, Class<?> type) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalStateException("no key can be a " + type.getName());
        }
        try {
            return kind.reader().apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be " + kind.expected() + " but is '" + text + "'", e);
        }
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }

    private static Double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
