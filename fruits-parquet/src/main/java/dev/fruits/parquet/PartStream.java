package dev.fruits.parquet;

import dev.fruits.core.sink.StagedPart;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes the bytes of one part to the store, until they are discarded. */
final class PartStream extends PositionOutputStream implements OutputFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private OutputStream target;
    private long position;

    PartStream(OutputStream target) {
        this.target = new BufferedOutputStream(target, BUFFER_BYTES);
    }

    /** parquet-java closes its output; the part itself is finished by {@link PartWriter}. */
    static PartStream into(StagedPart part) {
        return new PartStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                part.write(bytes, offset, length);
            }
        });
    }

    @Override
    public void write(int b) throws IOException {
        target.write(b);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target.write(bytes, offset, length);
        position += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    /** Ignores everything that is written from now on. */
    void discard() {
        target = OutputStream.nullOutputStream();
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
