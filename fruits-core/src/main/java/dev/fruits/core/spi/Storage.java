package dev.fruits.core.spi;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.store.ResidencyInspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Images, results and single files in one kind of storage. Safe for many threads. */
public interface Storage {
    /**
     * The images at a location; reads nothing.
     *
     * @throws dev.fruits.core.WrongUseException if the location is not valid
     */
    ImageSource images(Location location);

    /**
     * The results at a location, to be written or read; reads nothing.
     *
     * @throws dev.fruits.core.WrongUseException if the location is not valid
     */
    ResultStore results(Location location);

    /**
     * Downloads a file, such as a pipeline file or a model.
     *
     * @param target a local file, replaced if it exists
     * @return false if there is no such file
     * @throws dev.fruits.core.WrongUseException if the location is not valid for a file
     * @throws dev.fruits.core.RunFailedException if access is denied; the message names the remedy
     * @throws IOException if reading or writing fails
     */
    boolean download(Location file, Path target) throws IOException;

    /** Tells where in the world a location is; empty if this storage is where the machines are. */
    default Optional<ResidencyInspector> residency() {
        return Optional.empty();
    }
}
