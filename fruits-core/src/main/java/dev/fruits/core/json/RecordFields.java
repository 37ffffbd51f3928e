package dev.fruits.core.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record as fields of a JSON object. */
final class RecordFields {
    private RecordFields() {}

    /** Values by name, in the order of declaration. */
    static Map<String, @Nullable Object> of(Record entries) {
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
