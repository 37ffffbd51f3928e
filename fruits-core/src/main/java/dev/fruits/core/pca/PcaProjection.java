package dev.fruits.core.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fitted principal components: centres rows on the mean of the fit, then projects them. Immutable.
 *
 * <p>Of the two directions of a component, the one is taken whose entry of largest magnitude (the first such) is
 * positive, so that all engines agree.
 */
public final class PcaProjection implements Projection {
    private static final long serialVersionUID = 1L;
    /** Rows that are projected at once. */
    private static final int CHUNK = 128;

    private final double[] mean;
    private final double[][] components;
    private final ExplainedVariance spectrum;
    private final long rowCount;
    /** The components as columns, d × k: what the product needs, made when it is first needed. */
    private transient volatile double @Nullable [][] columns;

    private PcaProjection(double[] mean, double[][] components, ExplainedVariance spectrum, long rowCount) {
        this.mean = mean;
        this.components = components;
        this.spectrum = spectrum;
        this.rowCount = rowCount;
    }

    /**
     * Takes the parts of a fit; copies them.
     *
     * @param mean of every feature, d values
     * @param components orthonormal, one a row of d values, by falling variance; their signs are set here
     * @param spectrum of all d directions
     * @param rowCount how many rows were fitted
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static PcaProjection of(double[] mean, double[][] components, ExplainedVariance spectrum, long rowCount) {
        int dimension = mean.length;
        if (spectrum.size() != dimension || components.length > dimension) {
            throw new IllegalArgumentException("mean of " + dimension + " features, " + components.length
                    + " components and " + spectrum.size() + " variances do not fit");
        }
        double[][] oriented = new double[components.length][];
        for (int i = 0; i < oriented.length; i++) {
            if (components[i].length != dimension) {
                throw new IllegalArgumentException(
                        "component " + (i + 1) + " has " + components[i].length + " values, not " + dimension);
            }
            oriented[i] = SignRule.apply(components[i]);
        }
        return new PcaProjection(mean.clone(), oriented, spectrum, rowCount);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param name of the text, for messages
     * @throws WrongUseException if the text is not such a projection; names the text and what is wrong with it
     */
    public static PcaProjection fromJson(String name, String text) {
        return PcaJson.read(name, text);
    }

    /** The text of {@code pca.json}: see {@code docs/pca-format.md}. Reading it gives an equal projection, to the bit. */
    public String toJson() {
        return PcaJson.write(this);
    }

    @Override
    public String kind() {
        return "pca";
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("variance_explained", varianceExplained());
        description.put("rank", spectrum.rank());
        return description;
    }

    @Override
    public Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("pca.json", toJson());
        documents.put("explained-variance.csv", spectrum.toCsv());
        return documents;
    }

    /** Share of the variance that the kept components explain, 0 to 1. */
    public double varianceExplained() {
        return spectrum.cumulativeShare(components.length);
    }

    @Override
    public int inputDimension() {
        return mean.length;
    }

    @Override
    public int outputDimension() {
        return components.length;
    }

    /** The variance of every direction, not of the kept ones alone. */
    public ExplainedVariance explainedVariance() {
        return spectrum;
    }

    /** How many rows were fitted. */
    public long rowCount() {
        return rowCount;
    }

    /** The mean of every feature, as a new array. */
    public double[] mean() {
        return mean.clone();
    }

    /** The components, k rows of d values, as a new array. */
    public double[][] components() {
        double[][] copy = components.clone();
        Arrays.setAll(copy, i -> copy[i].clone());
        return copy;
    }

    /**
     * Centres and projects, in double; the result is rounded to float.
     *
     * @throws WrongUseException if a row has another dimension than was fitted
     */
    @Override
    public List<FeatureVector> apply(List<FeatureVector> rows) {
        List<FeatureVector> projected = new ArrayList<>(rows.size());
        if (rows.isEmpty()) {
            return projected;
        }
        MatrixProduct product = new MatrixProduct();
        int height = Math.min(CHUNK, rows.size());
        double[][] centred = new double[height][mean.length];
        double[][] scores = new double[height][components.length];
        for (int begin = 0; begin < rows.size(); begin += CHUNK) {
            List<FeatureVector> chunk = rows.subList(begin, Math.min(rows.size(), begin + CHUNK));
            centre(chunk, centred);
            product.set(
                    Block.of(centred, chunk.size(), mean.length),
                    Block.of(columns(), mean.length, components.length),
                    Block.of(scores, chunk.size(), components.length));
            for (int i = 0; i < chunk.size(); i++) {
                projected.add(rounded(scores[i]));
            }
        }
        return projected;
    }

    /**
     * Centres and projects one row in double: for engines whose vectors are doubles.
     *
     * @param row d values; not changed
     * @return k values, as a new array
     * @throws WrongUseException if the row has another dimension than was fitted
     */
    public double[] project(double[] row) {
        requireDimension(row.length);
        double[][] byFeature = columns();
        double[] scores = new double[components.length];
        for (int j = 0; j < row.length; j++) {
            double centred = row[j] - mean[j];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.fma(centred, byFeature[j][i], scores[i]);
            }
        }
        return scores;
    }

    private void requireDimension(int dimension) {
        if (dimension != mean.length) {
            throw new WrongUseException("features of " + dimension + " values: these components were fitted to "
                    + mean.length + "; use the model that they were fitted with");
        }
    }

    private void centre(List<FeatureVector> rows, double[][] centred) {
        for (int i = 0; i < rows.size(); i++) {
            FeatureVector row = rows.get(i);
            requireDimension(row.dimension());
            row.centredInto(centred[i], 0, mean);
        }
    }

    private static FeatureVector rounded(double[] scores) {
        float[] values = new float[scores.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) scores[j];
        }
        return FeatureVector.of(values);
    }

    private double[][] columns() {
        double[][] made = columns;
        if (made == null) {
            made = new double[mean.length][components.length];
            for (int i = 0; i < components.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    made[j][i] = components[i][j];
                }
            }
            columns = made;
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PcaProjection that
                && rowCount == that.rowCount
                && spectrum.equals(that.spectrum)
                && Arrays.equals(mean, that.mean)
                && Arrays.deepEquals(components, that.components);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(components);
    }

    @Override
    public String toString() {
        return "PcaProjection[" + mean.length + " → " + components.length + ", fitted to " + rowCount + " rows]";
    }
}
