package dev.fruits.core.spi;

import dev.fruits.core.run.RunReport;

/** Notified of every batch when its results are complete. Called by one thread at a time. */
@FunctionalInterface
public interface FollowListener {
    /**
     * A batch is complete. An exception ends {@link EngineProvider#follow}.
     *
     * @param number from 0
     * @param report of the batch
     */
    void batch(long number, RunReport report);
}
