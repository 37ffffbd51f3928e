package dev.fruits.core.sink;

import java.io.IOException;

/**
 * A part of a table while it is written. Used by one thread. Closing it before {@link #finish()} discards it, so that a
 * failing writer never leaves a part that looks whole.
 */
public interface StagedPart extends AutoCloseable {
    /**
     * Appends bytes.
     *
     * @throws IOException if the system fails; the message names the place and the remedy
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Ends the part; it stays unseen until {@link ResultStore#publish}.
     *
     * @return what the store knows it by: {@link WriteReceipt#token()}
     * @throws IOException as in {@link #write}
     */
    String finish() throws IOException;

    @Override
    void close() throws IOException;
}
