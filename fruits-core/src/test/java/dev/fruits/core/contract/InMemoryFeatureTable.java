package dev.fruits.core.contract;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of rows in memory, cut into parts of equal size (the last may be shorter). */
public final class InMemoryFeatureTable implements FeatureTable {
    private final List<FeatureRow> rows;
    private final int dimension;
    private final int partSize;
    private final List<Rejection> rejections;

    private InMemoryFeatureTable(List<FeatureRow> rows, int dimension, int partSize, List<Rejection> rejections) {
        this.rows = List.copyOf(rows);
        this.dimension = dimension;
        this.partSize = partSize;
        this.rejections = List.copyOf(rejections);
    }

    /** One part that holds all rows, without rejections. */
    public static InMemoryFeatureTable of(List<FeatureRow> rows, int dimension) {
        return new InMemoryFeatureTable(rows, dimension, Math.max(1, rows.size()), List.of());
    }

    /** Rows with the paths {@code Apple/0.jpg}, {@code Apple/1.jpg} and so on. */
    public static InMemoryFeatureTable of(float[][] vectors) {
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            rows.add(new FeatureRow("Apple/" + i + ".jpg", "Apple", FeatureVector.of(vectors[i])));
        }
        return of(rows, vectors.length == 0 ? 1 : vectors[0].length);
    }

    /** The same rows, cut into parts of {@code size} rows. */
    public InMemoryFeatureTable inPartsOf(int size) {
        return new InMemoryFeatureTable(rows, dimension, size, rejections);
    }

    /** The same rows beside these rejections. */
    public InMemoryFeatureTable rejecting(List<Rejection> others) {
        return new InMemoryFeatureTable(rows, dimension, partSize, others);
    }

    private List<List<FeatureRow>> parts() {
        List<List<FeatureRow>> parts = new ArrayList<>();
        for (int begin = 0; begin < rows.size(); begin += partSize) {
            parts.add(rows.subList(begin, Math.min(rows.size(), begin + partSize)));
        }
        return parts;
    }

    @Override
    public long rowCount() {
        return rows.size();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }

    @Override
    public ExtractionCounts counts() {
        return new ExtractionCounts(rows.size() + rejections.size(), 0);
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) {
        A whole = aggregation.zero();
        for (List<FeatureRow> part : parts()) {
            A sum = aggregation.zero();
            for (FeatureRow row : part) {
                sum = aggregation.add(sum, row);
            }
            whole = aggregation.merge(whole, sum);
        }
        return whole;
    }

    @Override
    public Stream<FeatureRow> rows() {
        return rows.stream();
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        List<WriteReceipt> receipts = new ArrayList<>();
        for (List<FeatureRow> part : parts()) {
            receipts.add(write(part, projection, sink, dataset, receipts.size()));
        }
        return receipts;
    }

    private static WriteReceipt write(
            List<FeatureRow> part, Projection projection, ResultSink sink, Dataset dataset, int partition)
            throws IOException {
        try (PartitionWriter writer = sink.openWriter(dataset, partition, 0)) {
            writer.write(part, projection);
            return writer.finish();
        }
    }

    @Override
    public void close() {}
}
