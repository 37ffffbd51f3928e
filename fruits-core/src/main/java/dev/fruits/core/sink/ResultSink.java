package dev.fruits.core.sink;

import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Port: writes results in two phases. Nothing is visible before {@link #commit}; the marker {@code _SUCCESS} is written
 * last. A specification: immutable, serializable, equal by value.
 */
public interface ResultSink extends Serializable {
    String SUCCESS_MARKER = "_SUCCESS";

    Location location();

    /**
     * Checks, without changing anything, that results may be written here. Called before an engine starts.
     *
     * @throws dev.fruits.core.WrongUseException if results exist and may not be replaced
     * @throws IOException if the location cannot be read
     */
    default void check() throws IOException {}

    /**
     * Prepares the location on the driver, once, before the first writer; removes what a killed run left.
     *
     * @throws dev.fruits.core.WrongUseException as {@link #check}
     * @throws IOException if the location cannot be written to
     */
    void prepare() throws IOException;

    /**
     * Opens a writer on a worker.
     *
     * @param partition from 0; the committed parts keep this order
     * @param attempt number of this try of the partition; only receipts that are committed count
     */
    PartitionWriter openWriter(Dataset dataset, int partition, long attempt) throws IOException;

    /**
     * Publishes these parts and documents, replaces the results of an earlier run and writes the marker. On the driver,
     * once.
     */
    void commit(List<WriteReceipt> receipts, List<Document> documents) throws IOException;

    /** Removes everything that was not committed. Never throws; on the driver. */
    void abort();
}
