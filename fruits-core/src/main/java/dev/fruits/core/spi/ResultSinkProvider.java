package dev.fruits.core.spi;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Offers a {@link ResultSink} for some locations, and what an earlier run left there. */
public interface ResultSinkProvider {
    boolean handles(Location location);

    /**
     * Makes the sink; nothing is written yet.
     *
     * @param existing what to do where results are already
     */
    ResultSink open(Location location, ExistingResults existing);

    /** The features of a finished run at this place; {@link EarlierFeatures#NONE} if there is none. */
    EarlierFeatures earlierFeatures(Location location) throws IOException;

    /** This provider, with places of an object store reached as {@code store} says; itself where it reaches none. */
    default ResultSinkProvider reaching(StoreSettings store) {
        return this;
    }

    /** Whether it goes before others that handle the same place, on the engine of this name. */
    default boolean isNativeTo(String engine) {
        return false;
    }
}
