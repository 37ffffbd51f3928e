package dev.fruits.core.spi;

import dev.fruits.core.engine.ProgressListener;

/** Writes the progress of a run where other processes can read it, until it is closed. Never fails the run. */
public interface PostedProgress extends ProgressListener, AutoCloseable {
    /** Writes nothing. */
    PostedProgress NONE = new PostedProgress() {
        @Override
        public void progress(String step, long done, long total) {}

        @Override
        public void close() {}
    };

    /** Ends the writing and removes what was written. */
    @Override
    void close();

    /** A listener that notifies {@code other} and writes. */
    default ProgressListener beside(ProgressListener other) {
        return new ProgressListener() {
            @Override
            public void progress(String step, long done, long total) {
                other.progress(step, done, total);
                PostedProgress.this.progress(step, done, total);
            }

            @Override
            public void fetched(String file, long done, long total) {
                other.fetched(file, done, total);
            }
        };
    }
}
