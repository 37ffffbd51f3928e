package dev.fruits.core.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import java.io.IOException;

/** Fits principal components through the covariance: what the reducers of all engines share. */
public final class PcaFit {
    private PcaFit() {}

    /**
     * Fits to a table, in one pass over its rows.
     *
     * @throws dev.fruits.core.WrongUseException if more components are wanted than the rows span, or a row is not finite
     *     or of another dimension (named by its path)
     * @throws IOException if the features cannot be read
     */
    public static PcaProjection of(FeatureTable features, ComponentChoice choice, EigenSolver solver)
            throws IOException {
        choice.requirePossible(features.rowCount(), features.dimension());
        return of(features.aggregate(new MomentsAggregation(features.dimension())), choice, solver);
    }

    /**
     * Fits to moments. One decomposition gives the whole spectrum; the choice is made on it, and only the vectors that
     * it keeps are computed.
     *
     * @throws dev.fruits.core.WrongUseException if more components are wanted than the rows span
     */
    public static PcaProjection of(Moments moments, ComponentChoice choice, EigenSolver solver) {
        long rows = moments.count();
        EigenSystem system =
                solver.solve(moments.covariance(), values -> choice.keptOf(ExplainedVariance.of(values, rows)));
        return PcaProjection.of(moments.mean(), system.vectors(), ExplainedVariance.of(system.values(), rows), rows);
    }
}
