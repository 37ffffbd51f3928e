package dev.fruits.spark.pca;

import dev.fruits.core.WrongUseException;
import java.util.Locale;

/** The memory of a decomposition on the driver, checked before the cluster computes anything. */
final class DriverMemory {
    private static final double GIB = 1 << 30;
    /** The rest is for Spark itself and for what is on the heap already. */
    private static final double SHARE_FOR_FIT = 0.8;

    private DriverMemory() {}

    /**
     * Checks that a fit has enough memory.
     *
     * @param bytesPerEntry bytes at its peak for each entry of the covariance
     * @param heap the driver's largest heap, bytes
     * @throws WrongUseException with the memory needed, if it has not
     */
    static void require(int dimension, int bytesPerEntry, long heap) {
        double needed = (double) bytesPerEntry * dimension * dimension;
        if (needed > SHARE_FOR_FIT * heap) {
            throw new WrongUseException(String.format(
                    Locale.ROOT,
                    "pca of %d features: needs about %.1f GiB of memory on the driver, which has %.1f GiB; pass"
                            + " --driver-memory %dg to spark-submit, or use a model with fewer features",
                    dimension,
                    needed / GIB,
                    heap / GIB,
                    (long) Math.ceil(needed / SHARE_FOR_FIT / GIB)));
        }
    }
}
