package dev.fruits.local.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.pca.PcaProjection;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Principal components by the book, apart from core: two passes, three loops, Commons Math. Where there are fewer rows
 * than features it decomposes the matrix of the rows' inner products, which has the same eigenvalues: Commons Math does
 * not converge on a large covariance of low rank.
 */
final class ReferencePca {
    private final double[] mean;
    private final RealMatrix centred;
    private final boolean byRows;
    private final EigenDecomposition decomposition;

    private ReferencePca(double[] mean, RealMatrix centred) {
        this.mean = mean;
        this.centred = centred;
        this.byRows = centred.getRowDimension() < centred.getColumnDimension();
        RealMatrix other = centred.transpose();
        RealMatrix product = byRows ? centred.multiply(other) : other.multiply(centred);
        this.decomposition = new EigenDecomposition(product.scalarMultiply(1.0 / (centred.getRowDimension() - 1)));
    }

    static ReferencePca of(float[][] data) {
        int d = data[0].length;
        double[] mean = new double[d];
        for (float[] row : data) {
            for (int j = 0; j < d; j++) {
                mean[j] += (double) row[j] / data.length;
            }
        }
        RealMatrix centred = MatrixUtils.createRealMatrix(data.length, d);
        for (int i = 0; i < data.length; i++) {
            for (int j = 0; j < d; j++) {
                centred.setEntry(i, j, data[i][j] - mean[j]);
            }
        }
        return new ReferencePca(mean, centred);
    }

    /** Kept variances to 1e-9 of themselves (and what rounding of the largest allows), components to 1e-6; signs by the rule. */
    void requireEqual(PcaProjection pca) {
        double[] variances = decomposition.getRealEigenvalues();
        double[][] components = pca.components();
        assertThat(pca.mean()).containsExactly(mean, within(1e-12));
        for (int i = 0; i < components.length; i++) {
            double tolerance = 1e-9 * variances[i] + 1e-15 * variances[0];
            assertThat(pca.explainedVariance().variance(i)).isCloseTo(variances[i], within(tolerance));
            assertThat(components[i]).containsExactly(component(i), within(1e-6));
        }
        for (int i = components.length; i < mean.length; i++) {
            double expected = i < variances.length ? Math.max(0, variances[i]) : 0;
            assertThat(pca.explainedVariance().variance(i)).isCloseTo(expected, within(1e-13 * variances[0]));
        }
    }

    private double[] component(int i) {
        RealVector vector = decomposition.getEigenvector(i);
        RealVector component = byRows ? centred.preMultiply(vector).unitVector() : vector;
        double largest = 0;
        for (double entry : component.toArray()) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        return component.mapMultiply(Math.signum(largest)).toArray();
    }
}
