package dev.fruits.core.sink;

import dev.fruits.core.feature.FeatureRow;
import java.io.IOException;

/**
 * Writes one part of a table. Used by one thread. Closing it before {@link #finish()} discards what was written, so
 * that a failing writer never leaves a part that looks whole.
 */
public interface PartitionWriter extends AutoCloseable {
    /**
     * Appends a row.
     *
     * @throws IOException if the system fails: a full disk
     */
    void write(FeatureRow row) throws IOException;

    /** Ends the part; it stays invisible until {@link ResultSink#commit}. */
    WriteReceipt finish() throws IOException;

    @Override
    void close() throws IOException;
}
