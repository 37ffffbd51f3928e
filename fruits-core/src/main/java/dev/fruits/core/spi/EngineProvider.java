package dev.fruits.core.spi;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunReport;
import java.io.IOException;
import java.util.function.ObjLongConsumer;

/**
 * Offers an {@link Engine}. An engine whose own launcher can start this process, such as {@code spark-submit}, also
 * implements the methods about launching; an engine that can process a folder that keeps receiving images implements
 * {@link #follow}.
 */
public interface EngineProvider {
    /** {@code local}, {@code spark}. */
    String name();

    /**
     * Starts the engine.
     *
     * @throws IOException if its storage cannot be made ready
     */
    Engine open(EngineSettings settings) throws IOException;

    /** True if the engine's own launcher started this process. This engine is then the default. */
    default boolean startedThisProcess() {
        return false;
    }

    /**
     * Checks that this program was built for the engine that started it; called only if {@link #startedThisProcess}.
     *
     * @throws dev.fruits.core.WrongUseException if it was not; the message names both versions and the remedy
     */
    default void requireCompatible() {}

    /** Writes progress to a file beside the results, where nobody sees the console; nothing by default. */
    default PostedProgress progressFile(Location out) {
        return PostedProgress.NONE;
    }

    /**
     * The exception that {@code main} throws to end without success, so that the launcher receives the exit code;
     * called only if {@link #startedThisProcess}.
     *
     * @param exitCode not 0
     */
    default Exception failure(int exitCode) {
        return new IllegalStateException("engine " + name() + ": exit code " + exitCode);
    }

    /** True if {@link #follow} is implemented. */
    default boolean canFollow() {
        return false;
    }

    /**
     * Processes the images of a folder that keeps receiving some, and returns when the engine is stopped or, with
     * {@link FollowRequest#once}, when every image present has been processed. Images that an earlier call with the
     * same output location processed are skipped.
     *
     * @param engine of this provider; it stays open
     * @param listener called by one thread at a time with the report and the number, from 0, of each batch whose results
     *     are complete; its exception ends this method
     * @return what all batches at the output location hold, those of earlier calls included
     * @throws dev.fruits.core.WrongUseException if the output location holds other results, or was written with another
     *     model, projection or folder
     * @throws dev.fruits.core.RunFailedException if a batch failed; the next call processes it again
     * @throws IOException if reading or writing failed
     */
    default FollowTotals follow(FollowRequest request, Engine engine, ObjLongConsumer<RunReport> listener)
            throws IOException {
        throw new UnsupportedOperationException("engine " + name() + " cannot follow a folder");
    }
}
