package dev.fruits.core.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes typed fields out of a parsed object; every error names the text, the field and what was expected. */
public final class JsonFields {
    private final String name;
    private final Map<String, Object> fields;

    public JsonFields(String name, Map<String, Object> fields) {
        this.name = name;
        this.fields = fields;
    }

    /** Parses a text that must be an object. */
    public static JsonFields parse(String name, String text) {
        return new JsonFields(name, Json.parseObject(name, text));
    }

    @SuppressWarnings("unchecked") // the reader makes maps of this type only
    static Map<String, Object> object(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new JsonException(name + ": must be an object");
    }

    /** Refuses fields that are not {@code known}. */
    public JsonFields only(Set<String> known) {
        for (String key : fields.keySet()) {
            if (!known.contains(key)) {
                throw new JsonException(name + ": unknown field '" + key + "'; known: " + new TreeSet<>(known));
            }
        }
        return this;
    }

    /** The names of all fields, in the order of the text. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public String string(String field) {
        return as(field, String.class, "a text");
    }

    public String string(String field, String otherwise) {
        return has(field) ? string(field) : otherwise;
    }

    public long integer(String field) {
        return as(field, Long.class, "a whole number");
    }

    public double number(String field) {
        return as(field, Number.class, "a number").doubleValue();
    }

    public JsonFields object(String field) {
        return new JsonFields(name + ": " + field, object(require(field), name + ": " + field));
    }

    public List<?> list(String field) {
        return as(field, List.class, "a list");
    }

    /** A list of numbers. */
    public double[] numbers(String field) {
        return numbers(list(field), name + ": " + field);
    }

    /** A list of lists of numbers. */
    public double[][] rows(String field) {
        String where = name + ": " + field;
        return list(field).stream().map(row -> numbers(row, where)).toArray(double[][]::new);
    }

    private static double[] numbers(Object value, String where) {
        if (!(value instanceof List<?> items) || !items.stream().allMatch(Number.class::isInstance)) {
            throw new JsonException(where + ": must be a list of numbers");
        }
        return items.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray();
    }

    private <T> T as(String field, Class<T> type, String expected) {
        Object value = require(field);
        if (!type.isInstance(value)) {
            throw new JsonException(name + ": '" + field + "' must be " + expected + " but is " + value);
        }
        return type.cast(value);
    }

    private Object require(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw new JsonException(name + ": field '" + field + "' is missing");
        }
        return value;
    }
}
