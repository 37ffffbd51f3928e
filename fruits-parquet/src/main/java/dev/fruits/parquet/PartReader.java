package dev.fruits.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultLayout;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads one part of a table, whatever wrote it; one page of each column is in memory at a time. */
final class PartReader implements Closeable {
    private final PartFile file;
    private final PartUse use;
    private final ParquetMetadata footer;
    private final Iterator<BlockMetaData> groups;
    private final RowLayout layout;
    private final MessageColumnIO columns;
    private final RowMaterializer materializer;
    private @Nullable RowGroup group;
    private @Nullable RecordReader<FeatureRow> rows;
    private long leftInGroup;

    private PartReader(PartFile file, PartUse use, ParquetMetadata footer) throws IOException {
        FileMetaData metadata = footer.getFileMetaData();
        this.file = file;
        this.use = use;
        this.footer = footer;
        this.groups = footer.getBlocks().iterator();
        this.layout = RowLayout.of(metadata.getSchema(), use.dataset().vectorColumn());
        this.columns = new ColumnIOFactory(metadata.getCreatedBy()).getColumnIO(layout.columns(), metadata.getSchema());
        this.materializer = new RowMaterializer(layout);
    }

    /** @throws RunFailedException if the file is not a complete part of such a table */
    static PartReader open(PartFile file, PartUse use) {
        try {
            return new PartReader(file, use, Footer.read(file));
        } catch (IOException | RuntimeException e) { // Parquet's decoders throw what they like at broken bytes
            throw use.unreadable(file, e);
        }
    }

    /** What produced the vectors, as in {@link dev.fruits.core.feature.ModelId#fingerprint()}; empty if the file does not say. */
    String origin() {
        return keyValues().getOrDefault(ResultLayout.ORIGIN_KEY, "");
    }

    /** True for a part that this version of {@link ParquetSink} wrote into this table. */
    boolean isOwn() {
        Dataset dataset = use.dataset();
        return ResultLayout.VERSION.equals(keyValues().get(ResultLayout.VERSION_KEY))
                && dataset.name().equals(keyValues().get(ResultLayout.DATASET_KEY))
                && keyValues().containsKey(ResultLayout.ORIGIN_KEY)
                && footer.getFileMetaData().getSchema().equals(RowLayout.written(dataset.vectorColumn()));
    }

    long rowCount() {
        return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    }

    /** The next row; empty after the last one. */
    Optional<FeatureRow> next() {
        try {
            while (leftInGroup == 0) {
                if (!groups.hasNext()) {
                    return Optional.empty();
                }
                openNext();
            }
            leftInGroup--;
            return Optional.of(Objects.requireNonNull(rows).read());
        } catch (IOException | RuntimeException e) {
            throw use.unreadable(file, e);
        }
    }

    @Override
    public void close() {
        if (group != null) {
            group.close();
        }
    }

    private void openNext() throws IOException {
        close();
        RowGroup pages = RowGroup.open(file, groups.next(), layout.columns());
        group = pages;
        leftInGroup = pages.getRowCount();
        rows = columns.getRecordReader(pages, materializer);
    }

    private Map<String, String> keyValues() {
        return footer.getFileMetaData().getKeyValueMetaData();
    }
}
