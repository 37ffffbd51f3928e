package dev.fruits.core.sink;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import java.io.IOException;
import java.util.List;

/**
 * Writes one part of a table. Used by one thread. Closing it before {@link #finish()} removes what was written, so that a
 * failing writer never leaves a part that looks complete.
 */
public interface PartitionWriter extends AutoCloseable {
    /**
     * Appends a row.
     *
     * @throws IOException if the system fails: a full disk
     */
    void write(FeatureRow row) throws IOException;

    /**
     * Appends rows with their vectors projected.
     *
     * @throws IOException if the system fails: a full disk
     */
    default void write(List<FeatureRow> rows, Projection projection) throws IOException {
        List<FeatureVector> projected =
                projection.apply(rows.stream().map(FeatureRow::vector).toList());
        for (int i = 0; i < rows.size(); i++) {
            write(rows.get(i).withVector(projected.get(i)));
        }
    }

    /** Completes the part; it stays invisible until {@link ResultSink#commit}. */
    WriteReceipt finish() throws IOException;

    @Override
    void close() throws IOException;
}
