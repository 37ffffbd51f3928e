package dev.fruits.core.spi;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;

/** Offers an {@link ImageSource} for some locations. */
public interface ImageSourceProvider {
    boolean handles(Location location);

    /**
     * Makes the source; nothing is read yet.
     *
     * @throws dev.fruits.core.WrongUseException if the location cannot be one
     */
    ImageSource open(Location location);

    /** This provider, with places of an object store reached as {@code store} says; itself where it reaches none. */
    default ImageSourceProvider reaching(StoreSettings store) {
        return this;
    }

    /** Whether it goes before others that handle the same place, on the engine of this name. */
    default boolean isNativeTo(String engine) {
        return false;
    }
}
