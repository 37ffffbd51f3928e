package dev.fruits.core.contract;

import java.util.Random;

/** Seeded symmetric matrices, with a spectrum of one's choice where that matters. */
public final class SymmetricMatrices {
    private SymmetricMatrices() {}

    /** Normally distributed entries. */
    public static double[][] random(int n, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    public static double[][] diagonal(double... values) {
        double[][] matrix = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        return matrix;
    }

    /** A matrix with exactly these eigenvalues, up to rounding: a diagonal one turned by random reflections. */
    public static double[][] withSpectrum(long seed, double... values) {
        Random random = new Random(seed);
        double[][] matrix = diagonal(values);
        for (int turn = 0; turn < 3; turn++) {
            double[] v = random.doubles(values.length, -1, 1).toArray();
            matrix = symmetric(transpose(reflectRows(transpose(reflectRows(matrix, v)), v)));
        }
        return matrix;
    }

    public static double[][] copy(double[][] matrix) {
        double[][] copy = matrix.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }

    /** {@code (I − 2 v vᵀ / vᵀv) · matrix}, in place. */
    private static double[][] reflectRows(double[][] matrix, double[] v) {
        double norm = 0;
        for (double x : v) {
            norm += x * x;
        }
        for (int j = 0; j < v.length; j++) {
            double along = 0;
            for (int i = 0; i < v.length; i++) {
                along += v[i] * matrix[i][j];
            }
            for (int i = 0; i < v.length; i++) {
                matrix[i][j] -= 2 * along / norm * v[i];
            }
        }
        return matrix;
    }

    private static double[][] transpose(double[][] matrix) {
        double[][] transposed = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private static double[][] symmetric(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
