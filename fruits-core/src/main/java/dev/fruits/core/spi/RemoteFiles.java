package dev.fruits.core.spi;

import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Offers single files, such as a pipeline file or a model, that lie where the JDK cannot read. */
public interface RemoteFiles {
    boolean handles(Location file);

    /**
     * Copies a file.
     *
     * @param target a local file, replaced if it is there
     * @return false if there is no such file
     * @throws dev.fruits.core.WrongUseException if the location cannot be one of a file
     * @throws dev.fruits.core.RunFailedException if the system refuses; the message names the remedy
     * @throws IOException if the system fails
     */
    boolean fetch(Location file, Path target) throws IOException;

    /** This provider, with files of an object store reached as {@code store} says; itself where it reaches none. */
    default RemoteFiles reaching(StoreSettings store) {
        return this;
    }

    /** Whether it goes before others that handle the same place, on the engine of this name. */
    default boolean isNativeTo(String engine) {
        return false;
    }
}
