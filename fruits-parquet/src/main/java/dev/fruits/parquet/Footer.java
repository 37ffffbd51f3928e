package dev.fruits.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** The end of a Parquet file: its metadata, the length of the metadata (4 bytes, little-endian), {@code PAR1}. */
final class Footer {
    private static final String MAGIC = "PAR1";
    private static final int MAX_BYTES = 100 << 20;
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length();

    /** Contains the metadata of most files, so that one request is enough. */
    private static final int FIRST_READ_BYTES = 1 << 16;

    private Footer() {}

    static ParquetMetadata read(PartFile file) throws IOException {
        int first = (int) Math.min(FIRST_READ_BYTES, Math.max(file.size(), TAIL_BYTES));
        byte[] end = file.bytes(file.size() - first, first);
        int tail = end.length - TAIL_BYTES;
        if (!new String(end, tail + Integer.BYTES, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC)) {
            throw new IOException("is not a complete Parquet file");
        }
        int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
        byte[] metadata = length >= 0 && length <= tail
                ? Arrays.copyOfRange(end, tail - length, tail)
                : file.bytes(file.size() - TAIL_BYTES - length, length);
        return new ParquetMetadataConverter()
                .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(metadata), MAX_BYTES));
    }
}
