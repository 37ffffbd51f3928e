package dev.fruits.eigen;

import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;

/**
 * Turns eigenvectors of T into eigenvectors of A = Q T Qᵀ: applies the reflections of a {@link Tridiagonalisation}, last
 * first.
 *
 * <p>Blocks of reflections are applied at once in the compact form I − V S Vᵀ, S upper triangular (Schreiber and Van
 * Loan, "A storage-efficient WY representation", SIAM J. Sci. Stat. Comput. 10, 1989). The vectors are columns
 * meanwhile, so that every product is as wide as there are vectors.
 */
final class BackTransformation {
    /** Reflections per block: a multiple of 3, the terms that a step of {@link MatrixProduct} adds. */
    private static final int BLOCK = 48;
    /** Rows of a transposition's square: both sides stay in the first-level cache. */
    private static final int SQUARE = 32;

    private final double[][] reflectors;
    private final double[] factors;
    private final int n;
    private final Workers workers;
    private final MatrixProduct product;

    BackTransformation(Tridiagonalisation reduction, Workers workers, MatrixProduct product) {
        this.reflectors = reduction.reflectors();
        this.factors = reduction.factors();
        this.n = reduction.diagonal().length;
        this.workers = workers;
        this.product = product;
    }

    /**
     * Transforms vectors.
     *
     * @param vectors one a row, of at least n values
     * @return as many rows of n values
     */
    double[][] apply(double[][] vectors) {
        int k = vectors.length;
        double[][] columns = MatrixProduct.paddedRows(n, k);
        transpose(vectors, columns, k, n);
        for (int begin = (n - 2) / BLOCK * BLOCK; begin >= 0 && begin < n - 1; begin -= BLOCK) {
            applyBlock(begin, Math.min(BLOCK, n - 1 - begin), columns, k);
        }
        double[][] result = new double[k][n];
        transpose(columns, result, n, k);
        return result;
    }

    /** {@code columns −= V S (Vᵀ columns)}. */
    private void applyBlock(int begin, int count, double[][] columns, int k) {
        int top = begin + 1;
        int length = n - top;
        Block v = Block.of(reflectors, begin, top, count, length);
        Block target = Block.of(columns, top, 0, length, k);
        Block along = Block.of(MatrixProduct.paddedRows(count, k), count, k);
        product.set(v, target, along);
        Block combined = Block.of(MatrixProduct.paddedRows(count, k), count, k);
        product.set(Block.of(triangle(begin, count), count, count), along, combined);
        product.add(-1, v.transposed(), combined, target);
    }

    /** The triangular factor S: column i is τ<sub>i</sub> (−S Vᵀ v<sub>i</sub>, 1). */
    private double[][] triangle(int begin, int count) {
        double[][] s = new double[count][count];
        double[] inner = new double[count];
        for (int i = 0; i < count; i++) {
            for (int r = 0; r < i; r++) {
                inner[r] = RowKernels.dot(reflectors[begin + r], reflectors[begin + i], begin + i + 1, n);
            }
            for (int p = 0; p < i; p++) {
                double sum = 0;
                for (int r = p; r < i; r++) {
                    sum += s[p][r] * inner[r];
                }
                s[p][i] = -factors[begin + i] * sum;
            }
            s[i][i] = factors[begin + i];
        }
        return s;
    }

    /** {@code to[j][i] = from[i][j]} for {@code height} rows and {@code width} columns of {@code from}. */
    private void transpose(double[][] from, double[][] to, int height, int width) {
        workers.run((width + SQUARE - 1) / SQUARE, (stripe, worker) -> {
            int left = stripe * SQUARE;
            int right = Math.min(width, left + SQUARE);
            for (int top = 0; top < height; top += SQUARE) {
                for (int i = top; i < Math.min(height, top + SQUARE); i++) {
                    for (int j = left; j < right; j++) {
                        to[j][i] = from[i][j];
                    }
                }
            }
        });
    }
}
