package dev.fruits.eigen;

import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;
import java.util.Arrays;

/**
 * A symmetric matrix A as Q T Qᵀ: T tridiagonal, Q = H₀ H₁ … a product of Householder reflections
 * H<sub>j</sub> = I − τ<sub>j</sub> v<sub>j</sub> v<sub>j</sub>ᵀ with v<sub>j</sub> zero up to index j and 1 at j + 1.
 *
 * <p>Blocked as LAPACK's {@code dsytrd}/{@code dlatrd} (Dongarra, Sorensen and Hammarling, LAPACK Working Note 2): the
 * columns of a panel are reduced with a matrix-vector product each, and the rest of the matrix is updated once per panel
 * by A −= V Wᵀ + W Vᵀ. See also Golub and Van Loan, "Matrix Computations", 4th ed., 8.3.
 */
final class Tridiagonalisation {
    /** Columns per panel: twice as many are the terms of the update, a multiple of 3, the terms that a step of {@link MatrixProduct} adds. */
    private static final int PANEL = 33;
    /** Shorter matrix-vector products are not worth a second thread. */
    private static final int MIN_PARALLEL = 192;
    /** Columns below this, in a matrix scaled to 1, are zero: their squares would vanish. */
    private static final double NEGLIGIBLE = 1e-150;

    private final Workers workers;
    private final MatrixProduct product;
    private final double[][] a;
    private final int n;
    private final double[] diagonal;
    private final double[] offDiagonal;
    private final double[][] reflectors;
    private final double[] factors;
    private final double[][] updates;
    private final double[] image;

    private Tridiagonalisation(double[][] a, Workers workers, MatrixProduct product) {
        this.workers = workers;
        this.product = product;
        this.a = a;
        this.n = a.length;
        this.diagonal = new double[n];
        this.offDiagonal = new double[n - 1];
        this.reflectors = MatrixProduct.paddedRows(n - 1, n);
        this.factors = new double[n - 1];
        this.updates = MatrixProduct.paddedRows(PANEL, n);
        this.image = MatrixProduct.paddedRows(1, n)[0];
    }

    /**
     * Reduces a matrix.
     *
     * @param a symmetric, at least 1 × 1, its largest entry near 1; overwritten
     */
    static Tridiagonalisation of(double[][] a, Workers workers, MatrixProduct product) {
        Tridiagonalisation reduction = new Tridiagonalisation(a, workers, product);
        reduction.reduce();
        return reduction;
    }

    /** The n values of T's diagonal: not a copy. */
    double[] diagonal() {
        return diagonal;
    }

    /** The n − 1 values beside T's diagonal: not a copy. */
    double[] offDiagonal() {
        return offDiagonal;
    }

    /** The vectors v, one a row, of at least n values: not a copy. */
    double[][] reflectors() {
        return reflectors;
    }

    /** The factors τ: not a copy. */
    double[] factors() {
        return factors;
    }

    private void reduce() {
        for (int begin = 0; begin < n - 1; begin += PANEL) {
            int end = Math.min(begin + PANEL, n - 1);
            for (int j = begin; j < end; j++) {
                reduceColumn(begin, j);
            }
            updateRest(begin, end);
        }
        diagonal[n - 1] = a[n - 1][n - 1];
    }

    private void reduceColumn(int begin, int j) {
        double[] column = a[j];
        for (int q = begin; q < j; q++) {
            double[] update = updates[q - begin];
            RowKernels.addTwo(column, -reflectors[q][j], update, -update[j], reflectors[q], j, n);
        }
        diagonal[j] = column[j];
        reflect(j);
        double[] update = updates[j - begin];
        if (factors[j] == 0) {
            Arrays.fill(update, 0);
            return;
        }
        multiply(j);
        subtractPendingUpdates(begin, j);
        double[] v = reflectors[j];
        double tau = factors[j];
        double shift = -0.5 * tau * tau * RowKernels.dot(image, v, j + 1, n);
        for (int i = j + 1; i < n; i++) {
            update[i] = Math.fma(shift, v[i], tau * image[i]);
        }
    }

    /** Finds the reflection that turns column j below the diagonal into a multiple of the first unit vector. */
    private void reflect(int j) {
        double[] column = a[j];
        double[] v = reflectors[j];
        double head = column[j + 1];
        v[j + 1] = 1;
        offDiagonal[j] = head;
        double largest = 0;
        for (int i = j + 2; i < n; i++) {
            largest = Math.max(largest, Math.abs(column[i]));
        }
        if (largest <= NEGLIGIBLE) {
            return;
        }
        double tailNorm = Math.sqrt(RowKernels.dot(column, column, j + 2, n));
        double reflected = -Math.copySign(Math.hypot(head, tailNorm), head);
        double scale = 1 / (head - reflected);
        for (int i = j + 2; i < n; i++) {
            v[i] = column[i] * scale;
        }
        offDiagonal[j] = reflected;
        factors[j] = (reflected - head) / reflected;
    }

    /** {@code image = A v}: each column is one sum, so that cutting by columns changes no bit. */
    private void multiply(int j) {
        int first = j + 1;
        int length = n - first;
        int chunks = length < MIN_PARALLEL ? 1 : workers.threads();
        int chunk = ((length + chunks - 1) / chunks + 7) / 8 * 8;
        workers.run(chunks, (index, worker) -> {
            int left = first + index * chunk;
            int right = Math.min(n, left + chunk);
            if (left < right) {
                Arrays.fill(image, left, right, 0);
                RowKernels.addRows(image, a, first, n, reflectors[j], left, right);
            }
        });
    }

    private void subtractPendingUpdates(int begin, int j) {
        double[] v = reflectors[j];
        for (int q = begin; q < j; q++) {
            double[] update = updates[q - begin];
            double alongUpdate = RowKernels.dot(update, v, j + 1, n);
            double alongReflector = RowKernels.dot(reflectors[q], v, j + 1, n);
            RowKernels.addTwo(image, -alongUpdate, reflectors[q], -alongReflector, update, j + 1, n);
        }
    }

    private void updateRest(int begin, int end) {
        int columns = end - begin;
        int rest = n - end;
        double[][] left = new double[2 * columns][];
        double[][] right = new double[2 * columns][];
        for (int q = 0; q < columns; q++) {
            left[q] = reflectors[begin + q];
            right[q] = updates[q];
            left[columns + q] = updates[q];
            right[columns + q] = reflectors[begin + q];
        }
        product.add(
                -1,
                Block.of(left, 0, end, 2 * columns, rest).transposed(),
                Block.of(right, 0, end, 2 * columns, rest),
                Block.of(a, end, end, rest, rest));
    }
}
