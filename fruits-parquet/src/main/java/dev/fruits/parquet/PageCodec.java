package dev.fruits.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Decompresses pages that fruits, Spark and DuckDB write. The codecs of parquet-java need Hadoop. */
enum PageCodec {
    UNCOMPRESSED,
    ZSTD,
    SNAPPY,
    LZ4_RAW,
    GZIP;

    /** A damaged header may contain any size. */
    private static final int MAX_BYTES = 256 << 20;

    static PageCodec of(CompressionCodecName name) throws IOException {
        return Arrays.stream(values())
                .filter(codec -> codec.name().equals(name.name()))
                .findFirst()
                .orElseThrow(() -> new IOException("is compressed with " + name + "; read here: "
                        + Arrays.stream(values()).map(PageCodec::name).collect(Collectors.joining(", "))));
    }

    /**
     * Decompresses a page.
     *
     * @param size the expected number of bytes
     * @throws IOException if the page has another size
     */
    byte[] unpack(byte[] packed, int size) throws IOException {
        if (size < 0 || size > MAX_BYTES) {
            throw new IOException("a page of " + size + " bytes");
        }
        byte[] bytes = size == 0 ? new byte[0] : unpacked(packed, size);
        if (bytes.length != size) {
            throw new IOException("a page of " + bytes.length + " bytes that should be " + size);
        }
        return bytes;
    }

    private byte[] unpacked(byte[] packed, int size) throws IOException {
        return switch (this) {
            case UNCOMPRESSED -> packed;
            case ZSTD -> Zstd.decompress(packed, size);
            case SNAPPY -> bytesOf(new SnappyDecompressor(), packed, size);
            case LZ4_RAW -> bytesOf(new Lz4Decompressor(), packed, size);
            case GZIP -> {
                try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    yield stream.readNBytes(size);
                }
            }
        };
    }

    private static byte[] bytesOf(Decompressor decompressor, byte[] packed, int size) {
        byte[] bytes = new byte[size];
        int count = decompressor.decompress(packed, 0, packed.length, bytes, 0, size);
        return count == size ? bytes : Arrays.copyOf(bytes, count);
    }
}
