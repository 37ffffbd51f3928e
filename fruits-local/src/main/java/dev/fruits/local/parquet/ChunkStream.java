package dev.fruits.local.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of one column in one row group, read as they are asked for. */
final class ChunkStream extends InputStream {
    private final FileChannel file;
    private final long end;
    private long position;

    /** @throws EOFException if the file ends before the chunk does */
    ChunkStream(FileChannel file, long begin, long length) throws IOException {
        if (begin < 0 || length < 0 || begin + length > file.size()) {
            throw new EOFException("ends too early");
        }
        this.file = file;
        this.position = begin;
        this.end = begin + length;
    }

    /** Exactly {@code length} bytes of {@code file} from {@code begin}. */
    static byte[] bytes(FileChannel file, long begin, int length) throws IOException {
        return new ChunkStream(file, begin, length).readAllBytes();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= end) {
            return length == 0 ? 0 : -1;
        }
        int wanted = (int) Math.min(length, end - position);
        int count = file.read(ByteBuffer.wrap(target, offset, wanted), position);
        if (count < 0) {
            throw new EOFException("ends too early");
        }
        position += count;
        return count;
    }
}
