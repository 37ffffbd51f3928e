package dev.fruits.spark.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jspecify.annotations.Nullable;

/** The rows of one table and origin in several parts, one part open at a time. */
final class PartRows extends Spliterators.AbstractSpliterator<FeatureRow> implements Closeable {
    private final Iterator<Path> parts;
    private final Dataset dataset;
    private final Configuration configuration;
    private @Nullable Path part;
    private @Nullable ParquetReader<Group> reader;

    private PartRows(Iterator<Path> parts, Dataset dataset, Configuration configuration) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.parts = parts;
        this.dataset = dataset;
        this.configuration = configuration;
    }

    static Stream<FeatureRow> stream(ResultPlace place, Dataset dataset) throws IOException {
        PartRows rows = new PartRows(
                place.parts(dataset.name()).iterator(), dataset, place.place().configuration());
        return StreamSupport.stream(rows, false).onClose(rows::closeUnchecked);
    }

    @Override
    public boolean tryAdvance(Consumer<? super FeatureRow> action) {
        try {
            while (reader != null || openNext()) {
                Group group = reader == null ? null : reader.read();
                if (group != null) {
                    action.accept(row(group));
                    return true;
                }
                close();
            }
            return false;
        } catch (RunFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // Parquet's decoders throw what they like at broken bytes
            throw new RunFailedException(
                    "features " + part + ": cannot be read (" + HadoopReason.of(e)
                            + "); remove the file or run without --resume",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    /** Opens the next part; one of another origin is left out. */
    private boolean openNext() throws IOException {
        while (parts.hasNext()) {
            Path next = parts.next();
            part = next;
            if (origin(next).equals(dataset.origin())) {
                reader = ParquetReader.builder(new GroupReadSupport(), next)
                        .withConf(configuration)
                        .build();
                return true;
            }
        }
        return false;
    }

    private String origin(Path file) throws IOException {
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            Map<String, String> metadata = footer.getFileMetaData().getKeyValueMetaData();
            if (!ResultLayout.VERSION.equals(metadata.get(ResultLayout.VERSION_KEY))
                    || !dataset.name().equals(metadata.get(ResultLayout.DATASET_KEY))) {
                throw new RunFailedException(dataset.name() + " " + file
                        + ": was not written by this version of fruits; remove the file or run without --resume");
            }
            return metadata.getOrDefault(ResultLayout.ORIGIN_KEY, "");
        }
    }

    private FeatureRow row(Group group) {
        Group list = group.getGroup(dataset.vectorColumn(), 0);
        float[] values = new float[list.getFieldRepetitionCount("list")];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.getGroup("list", i).getFloat("element", 0);
        }
        return new FeatureRow(group.getString("path", 0), group.getString("label", 0), FeatureVector.of(values));
    }

    private void closeUnchecked() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
