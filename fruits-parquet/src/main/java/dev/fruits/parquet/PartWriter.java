package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import org.apache.parquet.hadoop.ParquetWriter;

/** Writes one part as one Parquet file. Exceptions of the store are passed on unchanged. */
final class PartWriter implements PartitionWriter {
    static final String SUFFIX = ".parquet";

    private final StagedPart part;
    private final Dataset dataset;
    private final int partition;
    private final long attempt;
    private final PartStream stream;
    private final ParquetWriter<FeatureRow> writer;
    private long rows;
    private boolean whole;

    PartWriter(StagedPart part, Dataset dataset, int partition, long attempt) throws IOException {
        this.part = part;
        this.dataset = dataset;
        this.partition = partition;
        this.attempt = attempt;
        this.stream = PartStream.into(part);
        this.writer = RowWriterBuilder.open(stream, dataset);
    }

    @Override
    public void write(FeatureRow row) throws IOException {
        writer.write(row);
        rows++;
    }

    @Override
    public WriteReceipt finish() throws IOException {
        writer.close();
        String token = part.finish();
        whole = true;
        return new WriteReceipt(dataset.name(), partition, attempt, rows, token);
    }

    /** Closing the writer would make an incomplete part look complete, so its bytes are discarded first. */
    @Override
    public void close() throws IOException {
        if (whole) {
            return;
        }
        stream.discard();
        try {
            part.close();
        } finally {
            writer.close();
        }
    }
}
