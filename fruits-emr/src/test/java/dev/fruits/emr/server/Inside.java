package dev.fruits.emr.server;

import java.util.List;
import java.util.Map;

/** Reads parts of a request's body. */
public final class Inside {
    private Inside() {}

    /** The part at {@code Steps.0.Name}; fails where there is none. */
    public static Object of(Map<String, Object> body, String path) {
        Object part = body;
        for (String name : path.split("\\.", -1)) {
            Object next = part instanceof List<?> items
                    ? items.get(Integer.parseInt(name))
                    : part instanceof Map<?, ?> fields ? fields.get(name) : null;
            if (next == null) {
                throw new AssertionError(path + ": no '" + name + "' in " + part);
            }
            part = next;
        }
        return part;
    }

    /** The list of texts at a path. */
    public static List<String> texts(Map<String, Object> body, String path) {
        return ((List<?>) of(body, path)).stream().map(String::valueOf).toList();
    }
}
