package dev.fruits.local.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/** One row group in memory. Parquet's own reader of files cannot be had without Hadoop. */
final class RowGroup implements PageReadStore {
    private final long rows;
    private final Map<ColumnPath, ColumnPages> columns = new HashMap<>();

    private RowGroup(long rows) {
        this.rows = rows;
    }

    static RowGroup read(FileChannel file, BlockMetaData block) throws IOException {
        RowGroup group = new RowGroup(block.getRowCount());
        for (ColumnChunkMetaData column : block.getColumns()) {
            byte[] chunk = bytes(file, column.getStartingPos(), Math.toIntExact(column.getTotalSize()));
            group.columns.put(column.getPath(), new ColumnPages(column, chunk));
        }
        return group;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return Objects.requireNonNull(columns.get(ColumnPath.get(column.getPath())));
    }

    @Override
    public long getRowCount() {
        return rows;
    }

    static byte[] bytes(FileChannel file, long position, int length) throws IOException {
        if (position < 0 || length < 0 || position + length > file.size()) {
            throw new EOFException("ends too early");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("ends too early");
            }
        }
        return buffer.array();
    }
}
