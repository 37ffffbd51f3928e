package dev.fruits.core.spi;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Offers an {@link Engine}. */
public interface EngineProvider {
    /** {@code local}, {@code spark}. */
    String name();

    /**
     * Tells the engine, before it starts, how stores are reached that it reads and writes by means of its own. One that
     * has none leaves that to sources and sinks.
     */
    default void adopt(StoreSettings store) {}

    /**
     * Starts the engine.
     *
     * @throws IOException if its storage cannot be made ready
     */
    Engine open(EngineSettings settings) throws IOException;
}
