package dev.fruits.core.spi;

import java.io.IOException;

/** A folder that is being followed. Safe for many threads. */
public interface Following {
    /**
     * Waits for the end.
     *
     * @return what all batches at the place hold, of earlier starts too
     * @throws dev.fruits.core.RunFailedException if a batch failed; the next start works on it again
     * @throws IOException if reading or writing failed
     */
    FollowTotals await() throws IOException;

    /** Ends it. A batch under way is given up, and worked on again by the next start. */
    void stop();
}
