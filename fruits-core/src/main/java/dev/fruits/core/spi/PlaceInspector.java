package dev.fruits.core.spi;

import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.PlaceReport;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Tells where in the world places of an object store are. */
public interface PlaceInspector {
    boolean handles(Location location);

    /**
     * Asks the store; reads no object and writes nothing.
     *
     * @param option what the place is, for messages: {@code images}, {@code out}
     * @throws dev.fruits.core.WrongUseException if there is no such place
     * @throws IOException if the store cannot be asked
     */
    PlaceReport inspect(String option, Location location) throws IOException;

    /** Whose law holds in a region of this store's; {@link Jurisdiction#UNKNOWN} for a name that is none. */
    Jurisdiction jurisdiction(String region);

    /** The region that the name of a key, or the settings, say it is in; empty if they do not. */
    String regionOfKey(String key);

    /** This inspector, with stores reached as {@code store} says. */
    default PlaceInspector reaching(StoreSettings store) {
        return this;
    }
}
