package dev.fruits.core.json;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** Writes indented JSON. */
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();

    String document(Object value) {
        value(value, 0);
        return text.append('\n').toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Record entries) {
            object(Json.fields(entries), depth);
        } else if (value instanceof double[] numbers) {
            row(DoubleStream.of(numbers).boxed().toList());
        } else if (value instanceof Iterable<?> items) {
            list(items, depth);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence || value instanceof Instant) {
            string(value.toString());
        } else if (value instanceof Enum<?> constant) {
            string(constant.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof Boolean || value == Json.NULL) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> fields, int depth) {
        Map<Object, Object> present = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            Object kept = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (kept != null) {
                present.put(key, kept);
            }
        });
        block('{', present.entrySet().iterator(), '}', depth);
    }

    private void list(Iterable<?> items, int depth) {
        if (StreamSupport.stream(items.spliterator(), false).allMatch(Number.class::isInstance)) {
            row(items);
        } else {
            block('[', items.iterator(), ']', depth);
        }
    }

    private void row(Iterable<?> numbers) {
        String separator = "";
        text.append('[');
        for (Object number : numbers) {
            text.append(separator);
            number((Number) number);
            separator = ", ";
        }
        text.append(']');
    }

    private void block(char open, Iterator<?> items, char close, int depth) {
        text.append(open);
        String separator = "\n";
        while (items.hasNext()) {
            text.append(separator).append("  ".repeat(depth + 1));
            item(items.next(), depth + 1);
            separator = ",\n";
            if (!items.hasNext()) {
                text.append('\n').append("  ".repeat(depth));
            }
        }
        text.append(close);
    }

    private void item(Object item, int depth) {
        if (item instanceof Map.Entry<?, ?> field) {
            string(String.valueOf(field.getKey()));
            text.append(": ");
            value(field.getValue(), depth);
        } else {
            value(item, depth);
        }
    }

    private void number(Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        text.append(number);
    }

    private void string(CharSequence string) {
        text.append('"');
        string.chars().forEach(c -> character((char) c));
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
    }
}
