package dev.fruits.core.spi;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Offers {@link RunResults} for some locations. */
public interface RunResultsProvider {
    boolean handles(Location location);

    /**
     * Opens what a finished run left at this place; no table is read yet.
     *
     * @throws dev.fruits.core.WrongUseException if no run has finished there; the message names the remedy
     * @throws IOException if the place cannot be read
     */
    RunResults open(Location location) throws IOException;

    /** This provider, with places of an object store reached as {@code store} says; itself where it reaches none. */
    default RunResultsProvider reaching(StoreSettings store) {
        return this;
    }

    /** Whether it goes before others that handle the same place, on the engine of this name. */
    default boolean isNativeTo(String engine) {
        return false;
    }
}
