package dev.fruits.core.contract;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small parts in memory; everything that a cluster would send is sent through serialization, for every part. */
final class SerializingFeatureTable implements FeatureTable {
    private static final int PART_ROWS = 11;

    private final InMemoryFeatureTable rows;
    private final ExtractionCounts counts;

    SerializingFeatureTable(int dimension, List<FeatureRow> rows, List<Rejection> rejections, ExtractionCounts counts) {
        this.rows = InMemoryFeatureTable.of(rows, dimension)
                .inPartsOf(PART_ROWS)
                .rejecting(rejections.stream().sorted(Rejection.BY_PATH).toList());
        this.counts = counts;
    }

    @Override
    public long rowCount() {
        return rows.rowCount();
    }

    @Override
    public int dimension() {
        return rows.dimension();
    }

    @Override
    public List<Rejection> rejections() {
        return rows.rejections();
    }

    @Override
    public ExtractionCounts counts() {
        return counts;
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) {
        return rows.aggregate(new Travelling<>(SerializedCopy.of(aggregation)));
    }

    @Override
    public Stream<FeatureRow> rows() {
        return rows.rows();
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        List<WriteReceipt> receipts =
                rows.write(SerializedCopy.of(projection), SerializedCopy.of(dataset), SerializedCopy.of(sink));
        return SerializedCopy.of(new ArrayList<>(receipts));
    }

    @Override
    public void close() {}

    /** Every accumulator goes to a worker before it is filled and comes back before it is merged. */
    private record Travelling<A extends Serializable>(Aggregation<A> aggregation) implements Aggregation<A> {
        @Override
        public A zero() {
            return SerializedCopy.of(aggregation.zero());
        }

        @Override
        public A add(A accumulator, FeatureRow row) {
            return aggregation.add(accumulator, row);
        }

        @Override
        public A merge(A left, A right) {
            return aggregation.merge(left, SerializedCopy.of(right));
        }
    }
}
