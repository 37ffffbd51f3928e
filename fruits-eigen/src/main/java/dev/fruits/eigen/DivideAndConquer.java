package dev.fruits.eigen;

import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Eigenvalues and eigenvectors of a tridiagonal matrix by divide and conquer: the matrix is torn into two halves and a
 * correction of rank one, the halves are solved, and merged (Cuppen, "A divide and conquer method for the symmetric
 * tridiagonal eigenproblem", Numer. Math. 36, 1981; LAPACK's {@code dstedc}).
 */
final class DivideAndConquer {
    /** Parts up to this size are solved by {@link ImplicitQl}. */
    private static final int LEAF = 40;

    private final double[] d;
    private final double[] e;
    private final Merge.Storage storage;

    /**
     * Prepares.
     *
     * @param d diagonal; overwritten
     * @param e off-diagonal; overwritten
     */
    DivideAndConquer(double[] d, double[] e, Workers workers, MatrixProduct product) {
        this.d = d;
        this.e = e;
        this.storage = new Merge.Storage(d.length, workers, product);
    }

    /**
     * Solves, once. Afterwards the diagonal holds all eigenvalues, rising.
     *
     * @param wanted receives all eigenvalues, largest first; returns how many vectors to compute
     * @return the vectors of the largest eigenvalues, one a row of at least n values
     */
    double[][] solve(ToIntFunction<double[]> wanted) {
        int n = d.length;
        int count = n <= LEAF ? leaf(0, n, wanted) : divide(0, n, wanted);
        double[][] largestFirst = new double[count][];
        for (int i = 0; i < count; i++) {
            largestFirst[i] = storage.vector(n - 1 - i);
        }
        return largestFirst;
    }

    private int leaf(int begin, int end, ToIntFunction<double[]> wanted) {
        ImplicitQl.solve(d, e, storage.vectors(), begin, end);
        return wanted.applyAsInt(falling(Arrays.copyOfRange(d, begin, end)));
    }

    private int divide(int begin, int end, ToIntFunction<double[]> wanted) {
        int middle = (begin + end) >>> 1;
        double coupling = e[middle - 1];
        d[middle - 1] -= Math.abs(coupling);
        d[middle] -= Math.abs(coupling);
        solveWhole(begin, middle);
        solveWhole(middle, end);
        return new Merge(storage, d, begin, middle, end, coupling).run(wanted);
    }

    private void solveWhole(int begin, int end) {
        ToIntFunction<double[]> all = values -> values.length;
        int unused = end - begin <= LEAF ? leaf(begin, end, all) : divide(begin, end, all);
    }

    static double[] falling(double[] rising) {
        double[] falling = new double[rising.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = rising[rising.length - 1 - i];
        }
        return falling;
    }
}
