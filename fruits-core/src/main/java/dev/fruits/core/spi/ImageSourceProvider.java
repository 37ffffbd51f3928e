package dev.fruits.core.spi;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;

/** Offers an {@link ImageSource} for some locations. */
public interface ImageSourceProvider {
    boolean handles(Location location);

    /**
     * Makes the source; nothing is read yet.
     *
     * @throws dev.fruits.core.WrongUseException if the location cannot be one
     */
    ImageSource open(Location location);
}
