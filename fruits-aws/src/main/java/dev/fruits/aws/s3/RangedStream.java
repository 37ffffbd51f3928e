package dev.fruits.aws.s3;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.Location;
import java.io.ByteArrayInputStream;
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
    private InputStream piece = nullInputStream();

    RangedStream(S3Objects objects, Location object, long begin, long length) {
        this.objects = objects;
        this.object = object;
        this.next = begin;
        this.end = begin + length;
    }

    @Override
    public int read() throws IOException {
        fetchNext();
        return piece.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) { // which a piece that is read to its end does not take for zero bytes
            return 0;
        }
        fetchNext();
        return piece.read(target, offset, length);
    }

    /** If all of the last piece was read. */
    private void fetchNext() throws IOException {
        if (piece.available() > 0 || next == end) {
            return;
        }
        int length = (int) Math.min(PIECE_BYTES, end - next);
        byte[] bytes = answer(length).orElseThrow(() -> new FileNotFoundException("object not found"));
        if (bytes.length != length) {
            throw new EOFException("ends too early");
        }
        piece = new ByteArrayInputStream(bytes);
        next += length;
    }

    private Optional<byte[]> answer(int length) {
        try {
            return objects.readRange(object, next, length);
        } catch (IOException e) {
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
