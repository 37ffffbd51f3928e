package dev.fruits.spark.engine;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.ImageRef;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Features of an earlier run, in blocks in Spark's storage; the driver's heap holds one block and an index. */
final class ReusableRows implements AutoCloseable {
    private static final int BLOCK_ROWS = 512;

    /** Refers to one row of a block. */
    record Row(Broadcast<FeatureBlock> block, int index) implements Serializable {
        FeatureRow row() {
            return block.value().row(index);
        }
    }

    private final JavaSparkContext spark;
    private final int dimension;
    private final List<Broadcast<FeatureBlock>> blocks = new ArrayList<>();
    private final Map<String, Row> byPath = new HashMap<>();
    private List<FeatureRow> waiting = new ArrayList<>();

    private ReusableRows(JavaSparkContext spark, int dimension) {
        this.spark = spark;
        this.dimension = dimension;
    }

    /** The rows of the listed images that did not change since. */
    static ReusableRows of(
            JavaSparkContext spark, List<ImageRef> listed, FeatureExtractor extractor, EarlierFeatures earlier)
            throws IOException {
        ReusableRows rows = new ReusableRows(spark, extractor.dimension());
        try (Stream<FeatureRow> left = earlier.rows(extractor.model())) {
            Map<String, ImageRef> unchanged = listed.stream()
                    .filter(earlier::isReusable)
                    .collect(Collectors.toMap(ImageRef::path, image -> image));
            left.filter(row -> unchanged.remove(row.path()) != null).forEach(rows::add);
        }
        rows.store();
        return rows;
    }

    private void add(FeatureRow row) {
        waiting.add(row);
        if (waiting.size() == BLOCK_ROWS) {
            store();
        }
    }

    private void store() {
        if (waiting.isEmpty()) {
            return;
        }
        Broadcast<FeatureBlock> block = spark.broadcast(FeatureBlock.of(waiting, dimension));
        blocks.add(block);
        for (int i = 0; i < waiting.size(); i++) {
            byPath.put(waiting.get(i).path(), new Row(block, i));
        }
        waiting = new ArrayList<>();
    }

    /** The same slice with the rows of its images. */
    ImageSlice withRows(ImageSlice slice) {
        Map<String, Row> known = slice.images().stream()
                .map(ImageRef::path)
                .filter(byPath::containsKey)
                .collect(Collectors.toMap(path -> path, byPath::get));
        return new ImageSlice(slice.images(), known);
    }

    @Override
    public void close() {
        blocks.forEach(Broadcast::destroy);
    }
}
