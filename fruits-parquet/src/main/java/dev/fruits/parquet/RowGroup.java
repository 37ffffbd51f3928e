package dev.fruits.parquet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.schema.MessageType;

/**
 * The pages of some columns of one row group. The file reader of parquet-java cannot be used without Hadoop: it loads
 * classes of MapReduce before it opens a file.
 */
record RowGroup(long rows, Map<ColumnPath, ColumnPages> columns) implements PageReadStore {
    /** @param wanted the columns to read */
    static RowGroup open(PartFile file, BlockMetaData block, MessageType wanted) throws IOException {
        RowGroup group = new RowGroup(block.getRowCount(), new HashMap<>());
        try {
            for (ColumnChunkMetaData column : block.getColumns()) {
                if (wanted.containsPath(column.getPath().toArray())) {
                    group.columns.put(column.getPath(), new ColumnPages(column, file));
                }
            }
            return group;
        } catch (IOException | RuntimeException e) {
            group.close();
            throw e;
        }
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return Objects.requireNonNull(columns.get(ColumnPath.get(column.getPath())));
    }

    @Override
    public long getRowCount() {
        return rows;
    }

    @Override
    public void close() {
        for (ColumnPages pages : columns.values()) {
            pages.close();
        }
    }
}
