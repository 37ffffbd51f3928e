package dev.fruits.spark.pca;

import dev.fruits.core.WrongUseException;
import java.util.Locale;

/** What a decomposition takes on the driver, asked before a cluster works for it. */
final class DriverMemory {
    private static final double GIB = 1 << 30;
    /** Spark itself, and what lies on the heap already. */
    private static final double SHARE_FOR_FIT = 0.8;

    private DriverMemory() {}

    /**
     * Refuses a fit that cannot end well.
     *
     * @param bytesPerEntry how many bytes it holds at its peak for each entry of the covariance
     * @param heap the driver's largest heap, bytes
     * @throws WrongUseException with what it would need
     */
    static void require(int dimension, int bytesPerEntry, long heap) {
        double needed = (double) bytesPerEntry * dimension * dimension;
        if (needed > SHARE_FOR_FIT * heap) {
            throw new WrongUseException(String.format(
                    Locale.ROOT,
                    "pca of %d features: needs about %.1f GiB of memory on the driver, which has %.1f GiB; pass"
                            + " --driver-memory %dg to spark-submit, or take a model with fewer features",
                    dimension,
                    needed / GIB,
                    heap / GIB,
                    (long) Math.ceil(needed / SHARE_FOR_FIT / GIB)));
        }
    }
}
