package dev.fruits.spark.pca;

import dev.fruits.core.engine.Fold;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Moments;
import dev.fruits.core.pca.MomentsAggregation;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.spark.engine.NamedJobs;
import dev.fruits.spark.engine.OrderedAggregation;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;

/**
 * Principal components by core's algorithm: moments are summed where the rows are and merged in the order of the
 * partitions, then decomposed on the driver. The same table gives the same bits in every run.
 */
public final class SparkMomentsPca extends SparkReducer {
    static final String NAME = "moments";
    /** Covariance 8, eigen-decomposition 48, the panels of the moments 5. */
    static final int BYTES_PER_ENTRY = 61;

    private SparkMomentsPca(ComponentChoice choice) {
        super(choice);
    }

    /** A reducer that keeps these components. */
    public static SparkMomentsPca keeping(ComponentChoice choice) {
        return new SparkMomentsPca(choice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    void requireSize(int dimension) {
        requireDriverMemory(dimension);
    }

    /**
     * Checks that this driver can fit so many features.
     *
     * @throws dev.fruits.core.WrongUseException if its heap is too small; the message names the memory needed
     */
    public static void requireDriverMemory(int dimension) {
        DriverMemory.require(dimension, BYTES_PER_ENTRY, Runtime.getRuntime().maxMemory());
    }

    @Override
    PcaProjection fit(SparkRows table) throws IOException {
        return fit(table.rows(), table.rowCount(), new MomentsAggregation(table.dimension()), choice(), "row");
    }

    /**
     * Fits rows of any kind.
     *
     * @param thing a row, in the description of the jobs: {@code vector}
     */
    public static <T> PcaProjection fit(
            JavaRDD<T> rows, long rowCount, Fold<Moments, T> moments, ComponentChoice choice, String thing)
            throws IOException {
        String step = "Sum moments: " + NamedJobs.count(rowCount, thing);
        Moments sum = OrderedAggregation.of(rows, rowCount, moments, step);
        return PcaFit.of(
                sum, choice, new BlockedEigenSolver(Runtime.getRuntime().availableProcessors()));
    }
}
