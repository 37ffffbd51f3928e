package dev.fruits.core.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The format of {@code pca.json}, version 1; documented in {@code docs/pca-format.md}. */
final class PcaJson {
    private static final String FORMAT = "fruits-pca";
    private static final long VERSION = 1;
    private static final String REMEDY = "; give the pca.json of a finished run";
    /** How far from 1 the length of a component may be before the file must be damaged. */
    private static final double LENGTH_TOLERANCE = 1e-6;

    private PcaJson() {}

    static String write(PcaProjection projection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        fields.put("rows", projection.rowCount());
        fields.put("dimension", projection.inputDimension());
        fields.put("mean", projection.mean());
        fields.put("explained_variance", projection.explainedVariance().toArray());
        fields.put("components", Arrays.asList(projection.components()));
        return Json.write(fields);
    }

    static PcaProjection read(String name, String text) {
        try {
            return read(name, JsonFields.parse(name, text));
        } catch (JsonException e) {
            throw new WrongUseException(e.getMessage() + REMEDY, e);
        }
    }

    private static PcaProjection read(String name, JsonFields fields) {
        String format = fields.string("format", "");
        require(format.equals(FORMAT), name, "is not principal components: format '" + format + "', not " + FORMAT);
        long version = fields.integer("version");
        require(version == VERSION, name, "version " + version + " is not known, only " + VERSION);
        long rows = fields.integer("rows");
        require(rows >= 0, name, "rows must not be negative: " + rows);
        long dimension = fields.integer("dimension");
        double[] mean = numbers(name, "mean", fields.numbers("mean"), dimension);
        double[] variances = numbers(name, "explained_variance", fields.numbers("explained_variance"), dimension);
        requireFalling(name, variances);
        double[][] components = fields.rows("components");
        requireComponents(name, components, dimension);
        return PcaProjection.of(mean, components, ExplainedVariance.of(variances, rows), rows);
    }

    private static void requireFalling(String name, double[] variances) {
        for (int i = 0; i < variances.length; i++) {
            double next = i + 1 < variances.length ? variances[i + 1] : 0;
            require(
                    variances[i] >= next,
                    name,
                    "explained_variance must fall and not be negative, but does not at " + i);
        }
    }

    private static void requireComponents(String name, double[][] components, long dimension) {
        require(
                components.length >= 1 && components.length <= dimension,
                name,
                "components: " + components.length + " rows, not 1 to " + dimension);
        for (int i = 0; i < components.length; i++) {
            double[] component = numbers(name, "components, row " + i, components[i], dimension);
            double length = Math.sqrt(Arrays.stream(component).map(x -> x * x).sum());
            require(
                    Math.abs(length - 1) <= LENGTH_TOLERANCE,
                    name,
                    "components, row " + i + ": length " + length + ", not 1");
        }
    }

    private static double[] numbers(String name, String field, double[] values, long dimension) {
        require(values.length == dimension, name, field + ": " + values.length + " numbers, not " + dimension);
        return values;
    }

    private static void require(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw new WrongUseException(name + ": " + otherwise + REMEDY);
        }
    }
}
