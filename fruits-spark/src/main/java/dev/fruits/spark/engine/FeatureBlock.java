package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Neighbouring rows, packed for Spark's storage. Plain fields, so that every serializer can write it. */
final class FeatureBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] paths;
    private final String[] labels;
    /** rows × dimension, row by row. */
    private final float[] values;

    private FeatureBlock(String[] paths, String[] labels, float[] values) {
        this.paths = paths;
        this.labels = labels;
        this.values = values;
    }

    /** Copies {@code rows}, each of {@code dimension} values. */
    static FeatureBlock of(List<FeatureRow> rows, int dimension) {
        float[] values = new float[Math.multiplyExact(rows.size(), dimension)];
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).vector().copyInto(values, i * dimension);
        }
        return new FeatureBlock(
                rows.stream().map(FeatureRow::path).toArray(String[]::new),
                rows.stream().map(FeatureRow::label).toArray(String[]::new),
                values);
    }

    int size() {
        return paths.length;
    }

    FeatureRow row(int index) {
        int dimension = values.length / paths.length;
        return new FeatureRow(paths[index], labels[index], FeatureVector.of(values, index * dimension, dimension));
    }

    Stream<FeatureRow> rows() {
        return IntStream.range(0, size()).mapToObj(this::row);
    }
}
