package dev.fruits.eigen;

import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;
import java.util.function.ToIntFunction;

/**
 * Decomposes dense symmetric matrices in plain Java: blocked tridiagonalisation, divide and conquer, and the blocked
 * transformation back of the wanted vectors alone.
 *
 * <p>All eigenvalues are exact for a matrix that differs from the given one by a small multiple of its norm's rounding;
 * vectors are orthonormal to rounding, also where eigenvalues repeat. The result does not depend on the number of
 * threads, to the bit. Needs about 6 n² doubles. Method: Golub and Van Loan, "Matrix Computations", 4th ed., chapter 8;
 * each step names its own source.
 */
public final class BlockedEigenSolver implements EigenSolver {
    private final int threads;

    /**
     * Makes a solver.
     *
     * @param threads how many threads one call works on, the caller's included; at least 1
     */
    public BlockedEigenSolver(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + ": must be at least 1");
        }
        this.threads = threads;
    }

    @Override
    public EigenSystem solve(double[][] matrix, ToIntFunction<double[]> wanted) {
        PowerOfTwoScale scale = PowerOfTwoScale.of(matrix);
        if (matrix.length == 0) {
            return new EigenSystem(new double[0], new double[wanted.applyAsInt(new double[0])][]);
        }
        scale.apply(matrix);
        try (Workers workers = new Workers(threads)) {
            return solveScaled(matrix, scale, wanted, workers);
        }
    }

    private static EigenSystem solveScaled(
            double[][] matrix, PowerOfTwoScale scale, ToIntFunction<double[]> wanted, Workers workers) {
        MatrixProduct product = new MatrixProduct(workers);
        Tridiagonalisation reduction = Tridiagonalisation.of(matrix, workers, product);
        double[] values = reduction.diagonal();
        double[][] vectors = new DivideAndConquer(values, reduction.offDiagonal(), workers, product)
                .solve(scaled -> wanted.applyAsInt(scale.undo(scaled)));
        double[] falling = scale.undo(DivideAndConquer.falling(values));
        return new EigenSystem(falling, new BackTransformation(reduction, workers, product).apply(vectors));
    }

    @Override
    public String toString() {
        return "blocked";
    }
}
