package dev.fruits.core.sink;

import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Port: stores the files of a run's results, in any format. Staged parts are invisible until they are published together;
 * {@code _SUCCESS} is written last. Names are relative to {@link #location()}, with {@code /} between folders. Files that
 * {@link ResultLayout} does not list as a run's are never changed. One run at a time may write to a location.
 *
 * <p>A specification: immutable, serializable, equal by value, without a client. Safe for many threads.
 */
public interface ResultStore extends Serializable {
    Location location();

    /**
     * True if the location holds files with the names that a run writes, complete or not.
     *
     * @throws IOException if the location cannot be read
     */
    boolean holdsResults() throws IOException;

    /**
     * Checks that the location can be written to and removes what a killed run staged. On the driver; must be called
     * before the first part, and may be called again before it.
     *
     * @throws dev.fruits.core.WrongUseException if the location cannot hold results
     * @throws IOException if the location cannot be written to; the message names it and the remedy
     */
    void prepare() throws IOException;

    /**
     * Starts a part, on a worker.
     *
     * @param table the name of its table
     * @param partition from 0; published parts keep this order
     * @param attempt number of this try of the partition
     * @param suffix end of its name: {@code .parquet}
     * @throws IOException if the location cannot be written to
     */
    StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException;

    /**
     * Publishes these parts and documents, replaces the results of an earlier run and writes the marker; other staged
     * parts are removed. A failure leaves the earlier results unchanged or, if they cannot be restored, without their
     * marker. On the driver, once.
     *
     * @param receipts with the tokens of their {@link StagedPart}s
     * @throws dev.fruits.core.RunFailedException if a part is missing; then nothing is changed
     * @throws IOException if the system fails
     */
    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException;

    /** Removes everything that was not published. Never throws; on the driver. */
    void abandon();

    /**
     * True if the marker of a finished run exists.
     *
     * @throws IOException if the location cannot be read
     */
    boolean isFinished() throws IOException;

    /**
     * Requires a finished run.
     *
     * @throws dev.fruits.core.WrongUseException if there is none; the message says what the location holds instead
     * @throws IOException if the location cannot be read
     */
    void requireFinished() throws IOException;

    /**
     * The parts of a table, in order; none if there is no such table.
     *
     * @param suffix as in {@link #stage}
     * @throws IOException if the location cannot be read
     */
    List<StoredPart> parts(String table, String suffix) throws IOException;

    /**
     * Some bytes of a part, in order. The caller closes the stream and uses it from one thread; reading may pause for a
     * long time.
     *
     * @param begin from 0
     * @param length how many; the part must have them
     * @throws IOException if the part is missing or shorter, also while the stream is read; the message is the reason
     *     alone
     * @throws dev.fruits.core.RunFailedException if the store does not answer, also while the stream is read; the message
     *     names the part and the remedy
     */
    InputStream open(StoredPart part, long begin, long length) throws IOException;

    /**
     * A document beside the tables.
     *
     * @param name as in {@link Document#name()}
     * @return empty if there is none of this name
     * @throws IOException as in {@link #open}
     * @throws dev.fruits.core.RunFailedException as in {@link #open}
     */
    Optional<String> text(String name) throws IOException;
}
