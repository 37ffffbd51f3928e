package dev.fruits.core.spi;

import dev.fruits.core.run.RunReport;

/** Hears of every batch when its results are whole. Called by one thread at a time. */
@FunctionalInterface
public interface FollowListener {
    /**
     * A batch is whole. What this throws ends the following.
     *
     * @param number from 0
     * @param report what became of its images
     */
    void batch(long number, RunReport report);
}
