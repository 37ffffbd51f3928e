package dev.fruits.core.sink;

import java.io.IOException;

/**
 * A part of a table while it is written. Used by one thread. Closing it before {@link #finish()} removes it, so that a
 * failing writer never leaves a part that looks complete.
 */
public interface StagedPart extends AutoCloseable {
    /**
     * Appends bytes.
     *
     * @throws IOException if the system fails; the message names the location and the remedy
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Completes the part; it stays invisible until {@link ResultStore#publish}.
     *
     * @return the store's name for it: {@link WriteReceipt#token()}
     * @throws IOException as in {@link #write}
     */
    String finish() throws IOException;

    @Override
    void close() throws IOException;
}
