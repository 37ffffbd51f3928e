package dev.fruits.core.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.linalg.MatrixProduct;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Count, mean and centred scatter of rows of features, in double: what principal components need, in one pass.
 *
 * <p>Rows are gathered into blocks. A block is centred on its own mean, and its scatter is merged into what came before
 * by the pairwise formula S = S₁ + S₂ + δ δᵀ n₁ n₂ / (n₁ + n₂), δ the difference of the means (Chan, Golub and LeVeque,
 * "Updating formulae and a pairwise algorithm for computing sample variances", 1979); so no digits are lost where means
 * are large. Accumulators of parts merge by the same formula.
 *
 * <p>Used by one thread at a time. Takes about 5 d² bytes and a block of rows; serialised, it keeps the rows that still
 * wait for their block, so that it goes on to the same bits.
 */
public final class Moments implements Serializable {
    private static final long serialVersionUID = 1L;
    /** With the row of the shifted mean, two whole depths of the product. */
    private static final int BLOCK = 2 * MatrixProduct.DEPTH - 1;

    private final int dimension;
    private final double[] mean;
    private final Scatter scatter;
    private final List<double[]> pending = new ArrayList<>();
    private long merged;
    private transient @Nullable Workspace workspace;

    /**
     * Holds no rows yet.
     *
     * @param dimension length of every row, at least 1
     */
    public Moments(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension " + dimension + ": must be at least 1");
        }
        this.dimension = dimension;
        this.mean = new double[dimension];
        this.scatter = new Scatter(dimension);
    }

    /**
     * Counts a row in.
     *
     * @throws WrongUseException if it has another dimension or a value that is not finite; names its path
     */
    public void add(FeatureRow row) {
        FittableRow.require(row, dimension);
        double[] values = new double[dimension];
        row.vector().addTo(values);
        gather(values);
    }

    /**
     * Counts a row of doubles in and takes the array over. Its values are finite: that is the caller's to see to.
     *
     * @throws IllegalArgumentException if it has another dimension
     */
    public void add(double[] row) {
        if (row.length != dimension) {
            throw new IllegalArgumentException("a row of " + row.length + " values, not " + dimension);
        }
        gather(row);
    }

    private void gather(double[] row) {
        pending.add(row);
        if (pending.size() == BLOCK) {
            flush();
        }
    }

    /**
     * Counts all rows of {@code other} in, which keeps its rows.
     *
     * @throws IllegalArgumentException if it is of another dimension
     */
    public void merge(Moments other) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException("moments of dimension " + other.dimension + ", not " + dimension);
        }
        flush();
        other.flush();
        if (other.merged == 0) {
            return;
        }
        scatter.add(other.scatter);
        Workspace space = workspace();
        shiftMean(other.mean, other.merged, space.rows[0]);
        scatter.addSquares(space.rows, 1, space.product);
    }

    /** How many rows were counted in. */
    public long count() {
        return merged + pending.size();
    }

    /** The mean of every feature, as a new array; zeros if there are no rows. */
    public double[] mean() {
        flush();
        return mean.clone();
    }

    /** The sample covariance (n − 1), dimension × dimension, as a new array; zeros for fewer than two rows. */
    public double[][] covariance() {
        flush();
        return scatter.dividedBy((double) Math.max(1, merged - 1));
    }

    /** The sum of the features' sample variances (n − 1): the trace of the covariance. */
    public double totalVariance() {
        flush();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += scatter.diagonal(i);
        }
        return sum / Math.max(1, merged - 1);
    }

    private void flush() {
        int rows = pending.size();
        if (rows == 0) {
            return;
        }
        Workspace space = workspace();
        double[] blockMean = new double[dimension];
        pending.forEach(row -> addTo(blockMean, row));
        for (int j = 0; j < dimension; j++) {
            blockMean[j] /= rows;
        }
        for (int i = 0; i < rows; i++) {
            centre(pending.get(i), blockMean, space.rows[i]);
        }
        shiftMean(blockMean, rows, space.rows[rows]);
        scatter.addSquares(space.rows, rows + 1, space.product);
        pending.clear();
    }

    private static void addTo(double[] sums, double[] row) {
        for (int j = 0; j < row.length; j++) {
            sums[j] += row[j];
        }
    }

    private static void centre(double[] row, double[] origin, double[] centred) {
        for (int j = 0; j < row.length; j++) {
            centred[j] = row[j] - origin[j];
        }
    }

    /** Moves the mean for {@code rows} more rows; {@code shift} receives δ √(n₁ n₂ / (n₁ + n₂)). */
    private void shiftMean(double[] otherMean, long rows, double[] shift) {
        double total = (double) merged + rows;
        double weight = rows / total;
        double scale = Math.sqrt(merged * weight);
        for (int j = 0; j < dimension; j++) {
            double difference = otherMean[j] - mean[j];
            shift[j] = difference * scale;
            mean[j] += difference * weight;
        }
        merged += rows;
    }

    private Workspace workspace() {
        Workspace own = workspace;
        if (own == null) {
            own = new Workspace(dimension);
            workspace = own;
        }
        return own;
    }

    private static final class Workspace {
        private final MatrixProduct product = new MatrixProduct();
        private final double[][] rows;

        Workspace(int dimension) {
            rows = new double[BLOCK + 1][dimension];
        }
    }
}
