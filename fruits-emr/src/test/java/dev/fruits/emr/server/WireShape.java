package dev.fruits.emr.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a JSON value of an AWS request may look like: an object of known fields, a list, a map of texts, or a scalar. */
interface WireShape {
    /** @throws IllegalArgumentException if the value is not of this shape; the message says where and why */
    void check(String where, Object value);

    WireShape TEXT = scalar(String.class, "a text");
    WireShape NUMBER = scalar(Number.class, "a number");
    WireShape FLAG = scalar(Boolean.class, "true or false");
    WireShape TEXTS = listOf(TEXT);
    WireShape TEXT_MAP =
            (where, value) -> object(where, value).forEach((key, text) -> TEXT.check(where + "." + key, text));

    private static WireShape scalar(Class<?> type, String what) {
        return (where, value) -> {
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException(where + ": must be " + what + " but is " + value);
            }
        };
    }

    static WireShape listOf(WireShape item) {
        return (where, value) -> {
            if (!(value instanceof List<?> items)) {
                throw new IllegalArgumentException(where + ": must be a list but is " + value);
            }
            items.forEach(each -> item.check(where + "[]", each));
        };
    }

    /** {@code fields} are name, shape, name, shape…; a name that ends with {@code !} is required. */
    static WireShape objectOf(Object... fields) {
        Map<String, WireShape> known = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            String name = (String) fields[i];
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            known.put(name, (WireShape) fields[i + 1]);
        }
        return (where, value) -> {
            Map<?, ?> object = object(where, value);
            for (String name : required) {
                if (!object.containsKey(name)) {
                    throw new IllegalArgumentException(where + ": field " + name + " is missing");
                }
            }
            object.forEach((name, part) -> {
                if (!known.containsKey(name)) {
                    throw new IllegalArgumentException(where + ": unknown field " + name);
                }
                Objects.requireNonNull(known.get(name)).check(where + "." + name, part);
            });
        };
    }

    private static Map<?, ?> object(String where, Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException(where + ": must be an object but is " + value);
    }
}
