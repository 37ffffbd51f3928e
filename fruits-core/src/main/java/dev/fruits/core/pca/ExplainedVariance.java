package dev.fruits.core.pca;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * The whole spectrum of a fit: the variance along every principal direction, largest first. Immutable.
 *
 * <p>Variances are sample variances, with n − 1 in the denominator.
 */
public final class ExplainedVariance implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Eigenvalues below this multiple of dimension × largest are rounding: the rank stops there. */
    private static final double RANK_TOLERANCE = Math.ulp(1.0);

    private final double[] variances;
    private final double[] cumulativeShares;
    private final int rank;

    private ExplainedVariance(double[] variances, int rank) {
        this.variances = variances;
        this.rank = rank;
        this.cumulativeShares = cumulate(variances);
    }

    /**
     * The spectrum of a covariance matrix.
     *
     * @param eigenvalues of the covariance, largest first; values below zero are rounding and become zero
     * @param rowCount how many rows were fitted: no more than {@code rowCount − 1} directions can vary
     */
    public static ExplainedVariance of(double[] eigenvalues, long rowCount) {
        double[] variances = new double[eigenvalues.length];
        for (int i = 0; i < variances.length; i++) {
            if (i > 0 && eigenvalues[i] > eigenvalues[i - 1]) {
                throw new IllegalArgumentException("eigenvalues must fall: " + eigenvalues[i] + " at " + i);
            }
            variances[i] = Math.max(0, eigenvalues[i]);
        }
        return new ExplainedVariance(variances, rankOf(variances, rowCount));
    }

    private static int rankOf(double[] variances, long rowCount) {
        if (variances.length == 0) {
            return 0;
        }
        double floor = variances[0] * variances.length * RANK_TOLERANCE;
        int rank = 0;
        while (rank < variances.length && variances[rank] > floor) {
            rank++;
        }
        return (int) Math.min(rank, Math.max(0, rowCount - 1));
    }

    private static double[] cumulate(double[] variances) {
        double total = Arrays.stream(variances).sum();
        double[] shares = new double[variances.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += variances[i];
            shares[i] = total == 0 ? 0 : Math.min(1, sum / total);
        }
        return shares;
    }

    /** Number of directions: the features' dimension. */
    public int size() {
        return variances.length;
    }

    /** How many directions vary at all. */
    public int rank() {
        return rank;
    }

    /** Variance along direction {@code index}, from 0. */
    public double variance(int index) {
        return variances[index];
    }

    /** Its share of the total variance, 0 to 1. */
    public double share(int index) {
        return index == 0 ? cumulativeShares[0] : cumulativeShares[index] - cumulativeShares[index - 1];
    }

    /** Share of the total variance that the first {@code k} directions explain, 0 to 1. */
    public double cumulativeShare(int k) {
        return k == 0 ? 0 : cumulativeShares[k - 1];
    }

    /** The fewest directions that explain at least {@code share} of the total variance; never beyond the rank. */
    public int componentsFor(double share) {
        for (int k = 1; k < rank; k++) {
            if (cumulativeShares[k - 1] >= share) {
                return k;
            }
        }
        return rank;
    }

    public double[] toArray() {
        return variances.clone();
    }

    /** The table as CSV: {@code component,variance,share,cumulative_share}, one line per direction. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder("component,variance,share,cumulative_share\n");
        for (int i = 0; i < variances.length; i++) {
            csv.append(String.format(
                    Locale.ROOT, "%d,%s,%.12f,%.12f%n", i + 1, variances[i], share(i), cumulativeShares[i]));
        }
        return csv.toString().replace("\r\n", "\n");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExplainedVariance that && rank == that.rank && Arrays.equals(variances, that.variances);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(variances);
    }
}
