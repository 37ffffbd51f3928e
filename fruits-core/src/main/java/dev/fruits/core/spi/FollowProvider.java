package dev.fruits.core.spi;

import dev.fruits.core.engine.Engine;
import java.io.IOException;

/** Offers to follow a folder that keeps receiving images. */
public interface FollowProvider {
    /** The engine it goes with, as in {@link EngineProvider#name()}. */
    String engine();

    /**
     * Starts; images are worked on from other threads until {@link Following#stop}, or until none is left where
     * {@link FollowRequest#once} says so. What an earlier start at the same place worked on is not worked on again.
     *
     * @param engine started, and left open
     * @throws dev.fruits.core.WrongUseException if the place holds other results, or follows with another model,
     *     projection or folder
     * @throws IOException if the place cannot be read or written to
     */
    Following start(FollowRequest request, Engine engine, FollowListener listener) throws IOException;
}
