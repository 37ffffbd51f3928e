package dev.fruits.core.contract;

import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Cyclic Jacobi rotations (Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5): short and slow, for tests of
 * what uses a solver.
 */
public final class JacobiEigenSolver implements EigenSolver {
    private static final int SWEEPS = 20;

    @Override
    public EigenSystem solve(double[][] matrix, ToIntFunction<double[]> wanted) {
        int n = matrix.length;
        double[][] vectors = SymmetricMatrices.diagonal(
                IntStream.range(0, n).mapToDouble(i -> 1).toArray());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = IntStream.of(order).mapToDouble(i -> matrix[i][i]).toArray();
        return new EigenSystem(
                values,
                IntStream.of(order)
                        .limit(wanted.applyAsInt(values.clone()))
                        .mapToObj(i -> vectors[i])
                        .toArray(double[][]::new));
    }

    /** Zeroes the entry (p, q) by a rotation from both sides. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) <= 1e-18 * Math.hypot(a[p][p], a[q][q])) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (double[] row : a) {
            double x = row[p];
            row[p] = c * x - s * row[q];
            row[q] = s * x + c * row[q];
        }
        combine(a[p], a[q], c, s);
        combine(vectors[p], vectors[q], c, s);
    }

    private static void combine(double[] u, double[] v, double c, double s) {
        for (int j = 0; j < u.length; j++) {
            double x = u[j];
            u[j] = c * x - s * v[j];
            v[j] = s * x + c * v[j];
        }
    }
}
