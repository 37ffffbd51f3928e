package dev.fruits.core.spi;

import dev.fruits.core.engine.Engine;
import java.io.IOException;

/** Offers an {@link Engine}. */
public interface EngineProvider {
    /** {@code local}, {@code spark}. */
    String name();

    /**
     * Starts the engine.
     *
     * @throws IOException if its storage cannot be made ready
     */
    Engine open(EngineSettings settings) throws IOException;
}
