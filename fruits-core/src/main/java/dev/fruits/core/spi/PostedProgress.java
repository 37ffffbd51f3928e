package dev.fruits.core.spi;

import dev.fruits.core.engine.ProgressListener;

/** Writes the progress of a run where other processes can read it, until it is closed. Never fails the run. */
public interface PostedProgress extends ProgressListener, AutoCloseable {
    /** Writes nothing. */
    PostedProgress NONE = (step, done, total) -> {};

    /** Ends the writing and removes what was written. */
    @Override
    default void close() {}
}
