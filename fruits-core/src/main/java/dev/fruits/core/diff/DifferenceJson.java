package dev.fruits.core.diff;

import dev.fruits.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference as JSON. Numbers that JSON has no form for are texts. */
final class DifferenceJson {
    private DifferenceJson() {}

    static String of(RunDifference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "fruits-diff");
        json.put("version", 1);
        json.put("first", difference.first().text());
        json.put("second", difference.second().text());
        json.put("within_tolerances", difference.isWithin());
        json.put("tolerances", difference.tolerances());
        json.put("manifest", section(difference.manifest().isWithin(), difference.manifest()));
        json.put("rejects", section(difference.rejects().isEmpty(), difference.rejects()));
        json.put("features", table(difference.features()));
        json.put("reduced", table(difference.reduced()));
        json.put("projection", projection(difference.projection()));
        return Json.write(json);
    }

    private static Map<String, @Nullable Object> section(boolean within, Record fields) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("within", within);
        json.putAll(Json.fields(fields));
        return json;
    }

    private static Map<String, @Nullable Object> table(TableDifference table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("within", table.isWithin());
        json.put("rows_first", table.rows().first());
        json.put("rows_second", table.rows().second());
        json.put("only_first", table.rows().onlyFirst());
        json.put("only_second", table.rows().onlySecond());
        json.put("relabelled", table.rows().changed());
        json.putAll(Json.fields(table));
        json.remove("rows");
        json.put("largest", table.largest().stream().map(DifferenceJson::value).toList());
        return json;
    }

    private static Map<String, Object> projection(ProjectionDifference projection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("within", projection.isWithin());
        json.put("incomparable", projection.incomparable());
        for (ProjectionDifference.Part part : projection.parts()) {
            Map<String, @Nullable Object> compared = value(part.worst());
            compared.put("tolerance", part.tolerance());
            compared.put("within", part.isWithin());
            json.put(part.name(), compared);
        }
        json.put("flipped", projection.flipped());
        json.put("rotated", projection.rotated());
        return json;
    }

    private static Map<String, @Nullable Object> value(ValueDifference value) {
        Map<String, @Nullable Object> json = Json.fields(value);
        json.put("relative", value.relative());
        json.replaceAll((name, field) ->
                field instanceof Double number && !Double.isFinite(number) ? number.toString() : field);
        return json;
    }
}
