package dev.fruits.core.sink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Some bytes of a part, for stores whose files are opened as a stream. Used by one thread. */
public final class PartSlice extends InputStream {
    private final InputStream file;
    private long left;

    /**
     * Reads from the current position.
     *
     * @param file closed with this stream
     * @param length how many bytes; the file must have them
     */
    public PartSlice(InputStream file, long length) {
        this.file = file;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws EOFException if the file ends before the slice does */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = file.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("ends too early");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
