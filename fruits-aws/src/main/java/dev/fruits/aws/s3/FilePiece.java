package dev.fruits.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * Some bytes of a file, read again at each try.
 *
 * @param from first byte
 * @param length how many, all of which fit in memory
 */
record FilePiece(Path file, long from, long length) implements ContentStreamProvider {
    @Override
    public InputStream newStream() {
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new EOFException(file + ": became shorter while it was read");
                }
            }
            return new ByteArrayInputStream(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
