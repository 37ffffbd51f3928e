package dev.fruits.core.spi;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.store.StoreSettings;

/** Offers a {@link ResultStore} for some locations. */
public interface ResultStoreProvider {
    boolean handles(Location location);

    /**
     * Makes the store; nothing is read or written yet.
     *
     * @throws dev.fruits.core.WrongUseException if the location cannot be one
     */
    ResultStore open(Location location);

    /** This provider, with places of an object store reached as {@code store} says; itself where it reaches none. */
    default ResultStoreProvider reaching(StoreSettings store) {
        return this;
    }
}
