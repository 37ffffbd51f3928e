package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.linalg.BlockedEigenSolver;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Moments;
import dev.fruits.core.pca.MomentsAggregation;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.Reducer;
import dev.fruits.spark.engine.NamedJobs;
import dev.fruits.spark.engine.OrderedAggregation;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;

/**
 * Principal components on Spark: core's moments, block by block where the rows lie and merged in the order of the
 * partitions, then core's eigen-decomposition on the driver. The same table gives the same bits, run after run.
 *
 * <p>A table of another engine is parallelised into the running session, or into one on this machine. Immutable, safe
 * for many threads.
 */
public final class SparkMomentsPca implements Reducer {
    static final String NAME = "moments";
    /** Covariance 8, eigen-decomposition 48, the panels of the moments 5. */
    static final int BYTES_PER_ENTRY = 61;

    private final ComponentChoice choice;

    private SparkMomentsPca(ComponentChoice choice) {
        this.choice = choice;
    }

    public static SparkMomentsPca keeping(ComponentChoice choice) {
        return new SparkMomentsPca(choice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ComponentChoice choice() {
        return choice;
    }

    @Override
    public PcaProjection fit(FeatureTable features) throws IOException {
        choice.requirePossible(features.rowCount(), features.dimension());
        requireDriverMemory(features.dimension());
        try (SparkTable table = SparkTable.of(features)) {
            return fit(table.rows());
        }
    }

    /**
     * Checks that this driver can fit so many features.
     *
     * @throws dev.fruits.core.WrongUseException if its heap is too small; the message names the memory needed
     */
    public static void requireDriverMemory(int dimension) {
        DriverMemory.require(dimension, BYTES_PER_ENTRY, Runtime.getRuntime().maxMemory());
    }

    PcaProjection fit(SparkRows table) throws IOException {
        Moments moments = OrderedAggregation.of(
                table,
                new MomentsAggregation(table.dimension()),
                "Sum moments: " + NamedJobs.count(table.rowCount(), "row"));
        int threads = Runtime.getRuntime().availableProcessors();
        return PcaFit.of(moments, choice, new BlockedEigenSolver(threads));
    }
}
