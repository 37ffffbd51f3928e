package dev.fruits.local.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetWriter;

/** Writes one part as one Parquet file into the staging folder. */
final class PartWriter implements PartitionWriter {
    private final Path file;
    private final Dataset dataset;
    private final int partition;
    private final long attempt;
    private final PartStream stream;
    private final ParquetWriter<FeatureRow> writer;
    private long rows;
    private boolean whole;

    /** @param disk where the bytes of {@code file} go */
    PartWriter(Path file, OutputStream disk, Dataset dataset, int partition, long attempt) throws IOException {
        this.file = file;
        this.dataset = dataset;
        this.partition = partition;
        this.attempt = attempt;
        this.stream = new PartStream(disk);
        this.writer = RowWriterBuilder.open(stream, dataset);
    }

    static PartWriter open(Path folder, Dataset dataset, int partition, long attempt) throws IOException {
        Path file = folder.resolve(dataset.name() + "-" + partition + "-" + attempt + ".parquet");
        try {
            return new PartWriter(file, Files.newOutputStream(file), dataset, partition, attempt);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void write(FeatureRow row) throws IOException {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw failed(e);
        }
        rows++;
    }

    @Override
    public WriteReceipt finish() throws IOException {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(e);
        }
        whole = true;
        return new WriteReceipt(
                dataset.name(), partition, attempt, rows, file.getFileName().toString());
    }

    /** Closing Parquet's writer would make a half-written part look whole, so its file goes first. */
    @Override
    public void close() throws IOException {
        if (whole) {
            return;
        }
        try {
            stream.discard();
        } finally {
            Files.deleteIfExists(file);
        }
        writer.close();
    }

    private IOException failed(IOException e) {
        return failed(file, e);
    }

    private static IOException failed(Path file, IOException e) {
        return new IOException(
                "out " + file + ": cannot be written (" + IoReason.of(e)
                        + "); free space on its disk or give another --out",
                e);
    }
}
