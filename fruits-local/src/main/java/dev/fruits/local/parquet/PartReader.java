package dev.fruits.local.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads one part of a table that the sink wrote, one row group in memory at a time. */
final class PartReader implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final FileMetaData metadata;
    private final Iterator<BlockMetaData> groups;
    private final MessageColumnIO columns;
    private final RowMaterializer materializer = new RowMaterializer();
    private @Nullable RecordReader<FeatureRow> group;
    private long leftInGroup;

    private PartReader(Path file, FileChannel channel, ParquetMetadata footer) {
        this.file = file;
        this.channel = channel;
        this.metadata = footer.getFileMetaData();
        this.groups = footer.getBlocks().iterator();
        this.columns = new ColumnIOFactory().getColumnIO(metadata.getSchema());
    }

    /** @throws RunFailedException if the file is no whole part of such a table */
    static PartReader open(Path file, Dataset dataset) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            PartReader reader = new PartReader(file, channel, Footer.read(channel));
            reader.require(dataset);
            return reader;
        } catch (RunFailedException e) {
            channel.close();
            throw e;
        } catch (IOException | RuntimeException e) { // Parquet's decoders throw what they like at broken bytes
            channel.close();
            throw unreadable(file, e);
        }
    }

    /** What made the vectors, as in {@link dev.fruits.core.feature.ModelId#fingerprint()}. */
    String origin() {
        return metadata.getKeyValueMetaData().getOrDefault(ResultLayout.ORIGIN_KEY, "");
    }

    /** The next row; empty after the last one. */
    Optional<FeatureRow> next() {
        try {
            RecordReader<FeatureRow> rows = group;
            while (rows == null || leftInGroup == 0) {
                if (!groups.hasNext()) {
                    return Optional.empty();
                }
                rows = open(RowGroup.read(channel, groups.next()));
            }
            leftInGroup--;
            return Optional.of(rows.read());
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private RecordReader<FeatureRow> open(RowGroup pages) {
        RecordReader<FeatureRow> rows = columns.getRecordReader(pages, materializer);
        leftInGroup = pages.getRowCount();
        group = rows;
        return rows;
    }

    private void require(Dataset dataset) {
        Map<String, String> footer = metadata.getKeyValueMetaData();
        boolean known = ResultLayout.VERSION.equals(footer.get(ResultLayout.VERSION_KEY))
                && dataset.name().equals(footer.get(ResultLayout.DATASET_KEY))
                && footer.containsKey(ResultLayout.ORIGIN_KEY)
                && metadata.getSchema().equals(RowSchema.columns(dataset.vectorColumn()));
        if (!known) {
            throw new RunFailedException(dataset.name() + " " + file
                    + ": was not written by this version of fruits; remove the file or run without --resume");
        }
    }

    private static RunFailedException unreadable(Path file, Exception e) {
        return new RunFailedException(
                "features " + file + ": cannot be read (" + IoReason.of(e)
                        + "); remove the file or run without --resume",
                e);
    }
}
