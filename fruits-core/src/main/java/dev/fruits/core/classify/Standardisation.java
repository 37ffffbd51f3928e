package dev.fruits.core.classify;

import dev.fruits.core.feature.FeatureVector;
import java.util.Arrays;
import java.util.List;

/**
 * Brings every feature to mean 0 and variance 1 over the rows that it was fitted to: (x − mean) / scale, in double. The
 * variance is that of the rows themselves (divided by n), and a feature that never varies gets scale 1, as in
 * scikit-learn's {@code StandardScaler}. Immutable.
 */
public final class Standardisation {
    private final double[] mean;
    private final double[] scale;

    private Standardisation(double[] mean, double[] scale) {
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * Takes the parts of a fit; copies them.
     *
     * @param mean of every feature, d values
     * @param scale of every feature, d finite values above 0
     * @throws IllegalArgumentException if the lengths differ or a value is not as above
     */
    public static Standardisation of(double[] mean, double[] scale) {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(mean.length + " means and " + scale.length + " scales");
        }
        if (!Arrays.stream(scale).allMatch(s -> s > 0 && Double.isFinite(s))
                || !Arrays.stream(mean).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("means must be finite, scales finite and above 0");
        }
        return new Standardisation(mean.clone(), scale.clone());
    }

    /**
     * Fits in two passes.
     *
     * @param rows at least one, all of one length
     */
    public static Standardisation fit(List<FeatureVector> rows) {
        int dimension = rows.get(0).dimension();
        double[] mean = new double[dimension];
        rows.forEach(row -> row.addTo(mean));
        Arrays.setAll(mean, j -> mean[j] / rows.size());
        double[] squares = new double[dimension];
        double[] centred = new double[dimension];
        for (FeatureVector row : rows) {
            row.centredInto(centred, 0, mean);
            for (int j = 0; j < dimension; j++) {
                squares[j] += centred[j] * centred[j];
            }
        }
        double[] scale = new double[dimension];
        Arrays.setAll(scale, j -> scale(squares[j] / rows.size(), mean[j]));
        return new Standardisation(mean, scale);
    }

    /** The deviation; 1 where it is no more than the rounding of the mean. */
    private static double scale(double variance, double mean) {
        double rounding = Math.ulp((float) mean);
        return variance > rounding * rounding * 1e-6 ? Math.sqrt(variance) : 1;
    }

    public int dimension() {
        return mean.length;
    }

    /** Writes the standardised features to {@code target}, from its start. */
    public void apply(FeatureVector features, double[] target) {
        features.centredInto(target, 0, mean);
        for (int j = 0; j < scale.length; j++) {
            target[j] /= scale[j];
        }
    }

    public double[] mean() {
        return mean.clone();
    }

    public double[] scale() {
        return scale.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardisation that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(scale, that.scale);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(scale);
    }
}
