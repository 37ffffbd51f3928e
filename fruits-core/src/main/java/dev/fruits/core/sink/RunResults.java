package dev.fruits.core.sink;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Port: what a finished run left behind, whatever engine wrote it. Read only; used by one thread. */
public interface RunResults {
    Location location();

    /**
     * A text beside the tables.
     *
     * @param name as in {@link Document#name()}
     * @return empty if the run left none of this name
     * @throws IOException if it cannot be read
     */
    Optional<String> document(String name) throws IOException;

    /**
     * How many rows a table has.
     *
     * @param dataset its name and its vector's column; the origin is not looked at, as not every engine stores it
     * @throws dev.fruits.core.RunFailedException if the table is not there, or a part of it cannot be read
     * @throws IOException if the system fails
     */
    long rowCount(Dataset dataset) throws IOException;

    /**
     * The rows of a table, in the order of its parts; few at a time are in memory. To be closed.
     *
     * @param dataset as in {@link #rowCount}
     * @throws dev.fruits.core.RunFailedException as in {@link #rowCount}, here or while the stream is read
     * @throws IOException if the system fails
     */
    Stream<FeatureRow> rows(Dataset dataset) throws IOException;
}
