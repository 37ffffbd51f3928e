package dev.fruits.core.spi;

import dev.fruits.core.engine.ProgressListener;

/** Posts a run's progress where others can read it, until it is closed. Never fails the run. */
public interface PostedProgress extends ProgressListener, AutoCloseable {
    /** Posts nothing. */
    PostedProgress NONE = new PostedProgress() {
        @Override
        public void progress(String step, long done, long total) {}

        @Override
        public void close() {}
    };

    /** The run is over: what was posted goes. */
    @Override
    void close();

    /** A listener that tells {@code other} and posts. */
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
