package dev.fruits.aws.s3;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.Location;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Some bytes of an object, fetched in pieces when they are asked for: a request is answered whole or made again, and no
 * connection waits for a slow reader.
 */
final class RangedStream extends InputStream {
    static final int PIECE_BYTES = 4 << 20;

    private final S3Objects objects;
    private final Location object;
    private final long end;
    private long next;
    private byte[] piece = new byte[0];
    private int position;

    RangedStream(S3Objects objects, Location object, long begin, long length) {
        this.objects = objects;
        this.object = object;
        this.next = begin;
        this.end = begin + length;
    }

    @Override
    public int read() throws IOException {
        return hasBytes() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasBytes()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean hasBytes() throws IOException {
        if (position == piece.length && next < end) {
            piece = fetch((int) Math.min(PIECE_BYTES, end - next));
            next += piece.length;
            position = 0;
        }
        return position < piece.length;
    }

    private byte[] fetch(int length) throws IOException {
        byte[] bytes = answer(length).orElseThrow(() -> new FileNotFoundException("object not found"));
        if (bytes.length != length) {
            throw new EOFException("ends too early");
        }
        return bytes;
    }

    private Optional<byte[]> answer(int length) {
        try {
            return objects.readRange(object, next, length);
        } catch (IOException e) {
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
