package dev.fruits.core.image;

import java.io.IOException;
import java.io.Serializable;

/**
 * Port: labelled images somewhere. A specification: immutable, serializable, equal by value, without clients or open
 * files, so that it travels to the workers.
 */
public interface ImageSource extends Serializable {
    /** Where the images are, for messages and the manifest. */
    Location location();

    /**
     * Lists everything, once, on the driver. Deterministic: the same files give the same listing on every machine.
     *
     * @throws dev.fruits.core.WrongUseException if there is nothing to list: no such folder, a file, no image, no
     *     class folder
     * @throws IOException if the system fails: a folder that may not be read, a network that is down
     */
    ImageListing list() throws IOException;

    /**
     * Opens a reader on a worker.
     *
     * @throws IOException if the system fails
     */
    ImageReader openReader() throws IOException;

    /**
     * How many reads at once, each on a reader of its own, one machine needs to be kept busy by this source: many where a
     * read mostly waits for a network. Engines may read with more threads, and with fewer where memory is short.
     *
     * @return at least 1
     */
    default int concurrentReads() {
        return 1;
    }
}
