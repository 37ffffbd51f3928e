package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;

/**
 * Fits rows in Spark. The rows of another engine's table are parallelised into the running session, or into one on this
 * machine. Immutable, safe for many threads.
 */
abstract class SparkReducer implements PcaReducer {
    private final ComponentChoice choice;

    SparkReducer(ComponentChoice choice) {
        this.choice = choice;
    }

    @Override
    public final ComponentChoice choice() {
        return choice;
    }

    /**
     * As {@link Reducer#fit}.
     *
     * @throws dev.fruits.core.WrongUseException also if there are more features than the reducer or the driver's memory
     *     can fit
     */
    @Override
    public final PcaProjection fit(FeatureTable features) throws IOException {
        choice.requirePossible(features.rowCount(), features.dimension());
        requireSize(features.dimension());
        try (SparkTable table = SparkTable.of(features)) {
            return fit(table.rows());
        }
    }

    abstract void requireSize(int dimension);

    abstract PcaProjection fit(SparkRows table) throws IOException;
}
