package dev.fruits.core.diff;

import dev.fruits.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A difference as JSON. Numbers that JSON has no form for are texts. */
final class DifferenceJson {
    private record Field(String field, String first, String second) {}

    private DifferenceJson() {}

    static String of(RunDifference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "fruits-diff");
        json.put("version", 1);
        json.put("first", difference.first().text());
        json.put("second", difference.second().text());
        json.put("within_tolerances", difference.isWithin());
        json.put("tolerances", difference.tolerances());
        json.put("manifest", manifest(difference.manifest()));
        json.put("rejects", rejections(difference.rejections()));
        json.put(difference.features().name(), table(difference.features()));
        json.put(difference.reduced().name(), table(difference.reduced()));
        json.put("projection", projection(difference.projection()));
        return Json.write(json);
    }

    private static Map<String, Object> manifest(ManifestDifference manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("within", manifest.isWithin());
        json.put("disagreeing", fields(manifest.disagreeing()));
        json.put("allowed", fields(manifest.allowed()));
        return json;
    }

    private static List<Field> fields(List<FieldDifference> fields) {
        return fields.stream()
                .map(field -> new Field(field.field(), field.first(), field.second()))
                .toList();
    }

    private static Map<String, Object> rejections(RejectionDifference rejections) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("within", rejections.isWithin());
        json.put("first", rejections.first());
        json.put("second", rejections.second());
        json.put("only_first", rejections.onlyFirst());
        json.put("only_second", rejections.onlySecond());
        json.put("changed", rejections.changed());
        return json;
    }

    private static Map<String, Object> table(TableDifference table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("within", table.isWithin());
        json.put("rows_first", table.rows().first());
        json.put("rows_second", table.rows().second());
        json.put("only_first", table.rows().onlyFirst());
        json.put("only_second", table.rows().onlySecond());
        json.put("relabelled", table.rows().relabelled());
        json.put("incomparable", table.incomparable());
        json.put("compared", table.compared());
        json.put("equal_to_the_bit", table.equalToTheBit());
        json.put("above_tolerance", table.above());
        json.put("tolerance", table.tolerance());
        json.put("largest", table.largest().stream().map(DifferenceJson::value).toList());
        return json;
    }

    private static Map<String, Object> projection(ProjectionDifference projection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("within", projection.isWithin());
        json.put("incomparable", projection.incomparable());
        for (PartDifference part : projection.parts()) {
            Map<String, Object> compared = value(part.worst());
            compared.put("tolerance", part.tolerance());
            compared.put("within", part.isWithin());
            json.put(part.name(), compared);
        }
        json.put("flipped", projection.flipped());
        json.put("rotated", projection.rotated());
        return json;
    }

    private static Map<String, Object> value(ValueDifference value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("where", value.where());
        json.put("index", value.index());
        json.put("first", number(value.first()));
        json.put("second", number(value.second()));
        json.put("scale", value.scale());
        json.put("relative", number(value.relative()));
        return json;
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }
}
