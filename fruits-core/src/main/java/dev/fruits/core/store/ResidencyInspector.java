package dev.fruits.core.store;

import dev.fruits.core.image.Location;
import java.io.IOException;

/** Tells where in the world the locations of an object store are. */
public interface ResidencyInspector {
    /**
     * Asks the store; reads no object and writes nothing.
     *
     * @param option the option that gave the location, for messages: {@code images}, {@code out}
     * @throws dev.fruits.core.WrongUseException if there is no such location
     * @throws IOException if the store does not answer
     */
    LocationReport inspect(String option, Location location) throws IOException;

    /** The jurisdiction of a region of this store; {@link Jurisdiction#UNKNOWN} if there is no such region. */
    Jurisdiction jurisdiction(String region);

    /** The region of an encryption key, from its name or the settings; empty if they do not tell. */
    String regionOfKey(String key);
}
