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

/** Rows in memory, cut into small partitions; everything that a cluster would send is sent through serialization. */
final class SerializingFeatureTable implements FeatureTable {
    private static final int PARTITION_ROWS = 11;

    private final int dimension;
    private final List<FeatureRow> rows;
    private final List<Rejection> rejections;
    private final ExtractionCounts counts;

    SerializingFeatureTable(int dimension, List<FeatureRow> rows, List<Rejection> rejections, ExtractionCounts counts) {
        this.dimension = dimension;
        this.rows = List.copyOf(rows);
        this.rejections = rejections.stream().sorted(Rejection.BY_PATH).toList();
        this.counts = counts;
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
        return counts;
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) {
        A result = aggregation.zero();
        for (List<FeatureRow> partition : partitions()) {
            Aggregation<A> worker = SerializedCopy.of(aggregation);
            A partial = SerializedCopy.of(worker.zero());
            for (FeatureRow row : partition) {
                partial = worker.add(partial, row);
            }
            result = aggregation.merge(result, SerializedCopy.of(partial));
        }
        return result;
    }

    @Override
    public Stream<FeatureRow> rows() {
        return rows.stream();
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        List<WriteReceipt> receipts = new ArrayList<>();
        for (List<FeatureRow> partition : partitions()) {
            receipts.add(SerializedCopy.of(write(
                    partition,
                    SerializedCopy.of(projection),
                    SerializedCopy.of(dataset),
                    SerializedCopy.of(sink),
                    receipts.size())));
        }
        return receipts;
    }

    private static WriteReceipt write(
            List<FeatureRow> rows, Projection projection, Dataset dataset, ResultSink sink, int partition)
            throws IOException {
        List<FeatureVector> vectors =
                projection.apply(rows.stream().map(FeatureRow::vector).toList());
        try (PartitionWriter writer = sink.openWriter(dataset, partition, 0)) {
            for (int i = 0; i < rows.size(); i++) {
                writer.write(rows.get(i).withVector(vectors.get(i)));
            }
            return writer.finish();
        }
    }

    private List<List<FeatureRow>> partitions() {
        List<List<FeatureRow>> partitions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PARTITION_ROWS) {
            partitions.add(rows.subList(from, Math.min(rows.size(), from + PARTITION_ROWS)));
        }
        return partitions;
    }

    @Override
    public void close() {}
}
