package dev.fruits.core.sink;

import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Port: where the files of a run's results lie, whatever is in them. Parts wait unseen until they are published
 * together; {@code _SUCCESS} comes last. Names are relative to {@link #location()}, with {@code /} between folders. Files
 * that {@link ResultLayout} does not know as a run's are left alone. One run at a time may write to a place.
 *
 * <p>A specification: immutable, serializable, equal by value, without a client. Safe for many threads.
 */
public interface ResultStore extends Serializable {
    Location location();

    /**
     * True if files are there that a run left under its own names, whole or not.
     *
     * @throws IOException if the place cannot be read
     */
    boolean holdsResults() throws IOException;

    /**
     * Proves that the place can be written to and removes what a killed run left unpublished. On the driver; may be
     * called more than once before the first part.
     *
     * @throws dev.fruits.core.WrongUseException if the location cannot hold results
     * @throws IOException if the place cannot be written to; the message names it and the remedy
     */
    void prepare() throws IOException;

    /**
     * Begins a part, on a worker.
     *
     * @param table name of its table
     * @param partition from 0; published parts keep this order
     * @param attempt number of this try of the partition
     * @param suffix end of its name: {@code .parquet}
     * @throws IOException if the place cannot be written to
     */
    StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException;

    /**
     * Publishes these parts and documents in place of what an earlier run left, and sets the marker; what was staged
     * besides goes. A failure leaves the earlier results as they were; where they cannot be restored, without their
     * marker. On the driver, once.
     *
     * @param receipts with the tokens of their {@link StagedPart}s
     * @throws dev.fruits.core.RunFailedException if a part is gone; then nothing is changed
     * @throws IOException if the system fails
     */
    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException;

    /** Discards everything that was not published. Never throws; on the driver. */
    void abandon();

    /**
     * True if the marker of a finished run is there.
     *
     * @throws IOException if the place cannot be read
     */
    boolean isFinished() throws IOException;

    /**
     * Asks for a finished run.
     *
     * @throws dev.fruits.core.WrongUseException if none is there; the message says what is there instead
     * @throws IOException if the place cannot be read
     */
    void requireFinished() throws IOException;

    /**
     * The parts of a table, in their order; none if there is no such table.
     *
     * @param suffix as in {@link #stage}
     * @throws IOException if the place cannot be read
     */
    List<StoredPart> parts(String table, String suffix) throws IOException;

    /**
     * Some bytes of a part, in order. To be closed; used by one thread. May be left unread for a long time.
     *
     * @param begin from 0
     * @param length how many; the part must have them
     * @throws IOException if the part is not there or broken off, also while the stream is read; the message is the
     *     reason alone
     * @throws dev.fruits.core.RunFailedException if the store cannot be asked, also while the stream is read; the message
     *     names the part and the remedy
     */
    InputStream open(StoredPart part, long begin, long length) throws IOException;

    /**
     * A text beside the tables.
     *
     * @param name as in {@link Document#name()}
     * @return empty if there is none of this name
     * @throws IOException as in {@link #open}
     * @throws dev.fruits.core.RunFailedException as in {@link #open}
     */
    Optional<String> text(String name) throws IOException;
}
