package dev.fruits.local.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** The end of a Parquet file: its metadata, their length in 4 bytes (little-endian), {@code PAR1}. */
final class Footer {
    private static final String MAGIC = "PAR1";
    private static final int MAX_BYTES = 100 << 20;
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length();

    private Footer() {}

    static ParquetMetadata read(FileChannel file) throws IOException {
        byte[] tail = ChunkStream.bytes(file, file.size() - TAIL_BYTES, TAIL_BYTES);
        if (!new String(tail, Integer.BYTES, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC)) {
            throw new IOException("is not a whole Parquet file");
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] metadata = ChunkStream.bytes(file, file.size() - TAIL_BYTES - length, length);
        return new ParquetMetadataConverter()
                .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(metadata), MAX_BYTES));
    }
}
