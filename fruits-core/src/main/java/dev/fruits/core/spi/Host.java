package dev.fruits.core.spi;

import dev.fruits.core.image.Location;

/** Offers what may have started this process in a person's stead, such as {@code spark-submit}. */
public interface Host {
    /** True if it started this very process. */
    boolean isHere();

    /**
     * Checks that this program was built for it.
     *
     * @throws dev.fruits.core.WrongUseException if it was not; the message names both and the remedy
     */
    void requireFit();

    /** The engine that is meant where none is named, as in {@link EngineProvider#name()}. */
    String engine();

    /** Posts progress beside the results at this place, where a console is out of sight; nothing by default. */
    default PostedProgress progressBeside(Location results) {
        return PostedProgress.NONE;
    }

    /**
     * How {@code main} ends without success, so that the host learns the exit code. With success it returns, and the
     * host ends the process.
     *
     * @param exitCode not 0
     */
    Exception failure(int exitCode);
}
