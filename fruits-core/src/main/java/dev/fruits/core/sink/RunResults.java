package dev.fruits.core.sink;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Port: the results of a finished run of any engine. Read only; used by one thread. */
public interface RunResults {
    Location location();

    /**
     * A document beside the tables.
     *
     * @param name as in {@link Document#name()}
     * @return empty if there is none of this name
     * @throws IOException if it cannot be read
     */
    Optional<String> document(String name) throws IOException;

    /**
     * How many rows a table has.
     *
     * @param dataset the name of the table and of its vector's column; the origin is ignored, as not every writer stores it
     * @throws dev.fruits.core.RunFailedException if the table is missing, or a part of it cannot be read
     * @throws IOException if the system fails
     */
    long rowCount(Dataset dataset) throws IOException;

    /**
     * The rows of a table, in the order of its parts; only a few are in memory at a time. The caller closes the
     * stream.
     *
     * @param dataset as in {@link #rowCount}
     * @throws dev.fruits.core.RunFailedException as in {@link #rowCount}, here or while the stream is read
     * @throws IOException if the system fails
     */
    Stream<FeatureRow> rows(Dataset dataset) throws IOException;
}
