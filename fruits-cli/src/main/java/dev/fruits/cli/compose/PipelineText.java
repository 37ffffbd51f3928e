package dev.fruits.cli.compose;

import dev.fruits.core.json.Json;
import dev.fruits.core.pca.ComponentChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is asked of a run as a pipeline file, which {@link PipelineFile} reads back as the same. */
public final class PipelineText {
    private PipelineText() {}

    /** A block for each part that says something; every text is quoted, so that it stands for itself. */
    public static String of(RunRequest request) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("source", map("images", request.images(), "per-label", request.perLabel(), "seed", request.seed()));
        parts.put("extract", map("model", request.model(), "batch", request.batch(), "threads", request.threads()));
        parts.put("reduce", map("pca", choice(request.choice()), "reducer", request.reducer()));
        parts.put("sink", map("parquet", request.out()));
        parts.put("store", new LinkedHashMap<String, Object>(request.store().said()));
        StringBuilder text = new StringBuilder();
        parts.forEach((name, fields) -> append(text, name, fields));
        append(text, "engine", request.engine());
        append(
                text,
                "residency",
                request.residency() == null ? null : request.residency().text());
        return text.toString();
    }

    private static @Nullable Map<String, Object> choice(@Nullable ComponentChoice choice) {
        if (choice instanceof ComponentChoice.Components components) {
            return map("components", components.k(), "variance", null);
        }
        return choice instanceof ComponentChoice.VarianceShare share
                ? map("components", null, "variance", share.share())
                : null;
    }

    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                map.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return map;
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null && !(value instanceof Map<?, ?> fields && fields.isEmpty())) {
            text.append(name).append(": ").append(flow(value)).append('\n');
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + flow(field.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value instanceof String text && !isBare(text) ? quoted(text) : value.toString();
    }

    /** The store's own values come as texts, a truth value among them. */
    private static boolean isBare(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** JSON's quotes are YAML's too. */
    private static String quoted(String text) {
        return Json.write(text).strip();
    }
}
