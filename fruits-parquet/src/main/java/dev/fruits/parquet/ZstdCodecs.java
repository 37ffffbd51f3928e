package dev.fruits.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard by zstd-jni; the factory of parquet-java needs Hadoop. */
final class ZstdCodecs implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {
    /** Higher levels take longer and hardly reduce the size of features. */
    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("compressed with " + codec + "; only ZSTD is written");
        }
        return this;
    }

    /** Never called: {@link PageCodec} decompresses. */
    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("only compresses");
    }

    @Override
    public void release() {
        // holds nothing
    }

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }
}
