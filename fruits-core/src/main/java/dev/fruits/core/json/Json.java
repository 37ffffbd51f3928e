package dev.fruits.core.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON text (RFC 8259, strictly) to and from plain Java values: {@code Map<String, Object>} in the order of the text,
 * {@code List<Object>}, {@code String}, {@code Long} or {@code Double}, {@code Boolean}, and {@link #NULL} for null.
 */
public final class Json {
    /** Stands for JSON's {@code null}, so that no map or list here holds a Java null. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private Json() {}

    /**
     * Reads a whole text.
     *
     * @param name of the text, for messages
     * @throws JsonException if the text is not JSON; the message is {@code name:line:column: what}
     */
    public static Object parse(String name, String text) {
        return new JsonReader(name, text).document();
    }

    /** As {@link #parse}, for a text that must be an object. */
    public static Map<String, Object> parseObject(String name, String text) {
        return JsonFields.object(parse(name, text), name);
    }

    /**
     * Two-space indented text that ends with a newline; lists of numbers stand on one line. Doubles are written so that
     * reading gives the same double.
     *
     * <p>A record is an object: its components in the order of declaration, their names in snake_case. Enum constants are
     * lower case, instants are ISO 8601. Fields that are Java's null or an empty {@code Optional} are left out.
     *
     * @param value a tree of records, maps, iterables, strings, enums, instants, numbers, booleans, {@code double[]} and
     *     {@link #NULL}
     * @throws IllegalArgumentException if a number is not finite or a value is of another type
     */
    public static String write(Object value) {
        return new JsonWriter().document(value);
    }

    /** As {@link #write}, on one line that ends with a newline. */
    public static String writeLine(Object value) {
        // Strings of JSON hold no line breaks, so that those of the indentation can go.
        return write(value).lines().map(String::strip).collect(Collectors.joining("", "", "\n"));
    }

    /** The fields that {@link #write} gives a record, in their order; the caller may change the map. */
    public static Map<String, @Nullable Object> fields(Record entries) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : entries.getClass().getRecordComponents()) {
            fields.put(name(component), value(entries, component));
        }
        return fields;
    }

    /** {@code maxIterations} is {@code max_iterations}. */
    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(Record entries, RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // most records are package-private
        try {
            return accessor.invoke(entries);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
