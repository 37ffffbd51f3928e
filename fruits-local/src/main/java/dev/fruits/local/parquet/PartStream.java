package dev.fruits.local.parquet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** The bytes of one part on their way to the disk, until they are discarded. */
final class PartStream extends PositionOutputStream implements OutputFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream disk;
    private OutputStream target;
    private long position;

    PartStream(OutputStream disk) {
        this.disk = disk;
        this.target = new BufferedOutputStream(disk, BUFFER_BYTES);
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

    /** Lets go of the disk; what is written from now on goes nowhere. */
    void discard() throws IOException {
        target = OutputStream.nullOutputStream();
        disk.close();
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
