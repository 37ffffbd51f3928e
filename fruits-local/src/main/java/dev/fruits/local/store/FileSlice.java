package dev.fruits.local.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Some bytes of a file, read as they are asked for. */
final class FileSlice extends InputStream {
    private final FileChannel file;
    private final long end;
    private long position;

    private FileSlice(FileChannel file, long begin, long length) {
        this.file = file;
        this.position = begin;
        this.end = begin + length;
    }

    static FileSlice open(Path file, long begin, long length) throws IOException {
        try {
            return new FileSlice(FileChannel.open(file), begin, length);
        } catch (IOException e) {
            throw new IOException(IoReason.of(e), e);
        }
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

    @Override
    public void close() throws IOException {
        file.close();
    }
}
