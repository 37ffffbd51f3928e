package dev.fruits.core.run;

import dev.fruits.core.pca.PcaProjection;

/**
 * How a run reduced its features.
 *
 * @param reducer name of the {@link dev.fruits.core.pca.Reducer}
 * @param choice how many components were requested, as text
 * @param projection the fitted projection
 */
public record Reduction(String reducer, String choice, PcaProjection projection) {
    /** Share of the variance that the kept components explain, 0 to 1. */
    public double varianceExplained() {
        return projection.explainedVariance().cumulativeShare(projection.outputDimension());
    }
}
