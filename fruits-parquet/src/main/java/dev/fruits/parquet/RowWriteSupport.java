package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultLayout;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Splits rows into columns. */
final class RowWriteSupport extends WriteSupport<FeatureRow> {
    private final Dataset dataset;
    private @Nullable RecordConsumer consumer;
    private long rows;

    RowWriteSupport(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public String getName() {
        return "fruits";
    }

    /** Never called: its parameter is a type of Hadoop, which is absent at run time. */
    @SuppressWarnings("deprecation") // the base class leaves it abstract
    @Override
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(FeatureRow row) {
        RecordConsumer to = Objects.requireNonNull(consumer);
        to.startMessage();
        string(to, "path", RowLayout.PATH, row.path());
        string(to, "label", RowLayout.LABEL, row.label());
        to.startField(dataset.vectorColumn(), RowLayout.VECTOR);
        to.startGroup();
        elements(to, row.vector());
        to.endGroup();
        to.endField(dataset.vectorColumn(), RowLayout.VECTOR);
        to.endMessage();
        rows++;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.of(ResultLayout.ROWS_KEY, String.valueOf(rows)));
    }

    private WriteContext context() {
        return new WriteContext(RowLayout.written(dataset.vectorColumn()), ResultLayout.metadata(dataset));
    }

    private static void string(RecordConsumer to, String column, int index, String value) {
        to.startField(column, index);
        to.addBinary(Binary.fromString(value));
        to.endField(column, index);
    }

    private static void elements(RecordConsumer to, FeatureVector vector) {
        if (vector.dimension() == 0) {
            return; // Parquet refuses a field that is opened and left empty
        }
        to.startField("list", 0);
        for (int i = 0; i < vector.dimension(); i++) {
            to.startGroup();
            to.startField("element", 0);
            to.addFloat(vector.get(i));
            to.endField("element", 0);
            to.endGroup();
        }
        to.endField("list", 0);
    }
}
