package dev.fruits.core.spi;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;

/** Offers a {@link Reducer}. */
public interface ReducerProvider {
    /** As in {@link Reducer#name()}. */
    String name();

    /** The engine it fits best, as in {@link EngineProvider#name()}. */
    String engine();

    /** Whether its engine takes it where no reducer is named; one reducer of each engine says so. */
    default boolean isDefault() {
        return true;
    }

    Reducer open(ComponentChoice choice);
}
