package dev.fruits.local.pca;

import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import dev.fruits.eigen.PowerOfTwoScale;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Decomposes with Commons Math's {@link EigenDecomposition}. It always computes all vectors, unblocked: for small
 * matrices, and as the reference that the faster solver is held against.
 *
 * <p>Its QL steps may not converge where many eigenvalues are zero (fewer rows than features): then the matrix is
 * decomposed again with its spectrum moved away from zero, which costs no more than rounding of the largest eigenvalue.
 */
final class CommonsMathEigenSolver implements EigenSolver {
    /** Twice the largest entry of a scaled matrix, or nearly: moves the spectrum of a covariance away from zero. */
    private static final double SHIFT = 2;

    @Override
    public EigenSystem solve(double[][] matrix, ToIntFunction<double[]> wanted) {
        PowerOfTwoScale scale = PowerOfTwoScale.of(matrix);
        if (matrix.length == 0) {
            return new EigenSystem(new double[0], new double[wanted.applyAsInt(new double[0])][]);
        }
        scale.apply(matrix);
        return solveScaled(matrix, scale, wanted);
    }

    private static EigenSystem solveScaled(double[][] matrix, PowerOfTwoScale scale, ToIntFunction<double[]> wanted) {
        double shift = 0;
        EigenDecomposition decomposition;
        try {
            decomposition = decompose(matrix);
        } catch (MathIllegalStateException e) {
            shift = SHIFT;
            decomposition = decomposeShifted(matrix);
        }
        return ordered(decomposition, shift, scale, wanted);
    }

    private static EigenDecomposition decompose(double[][] matrix) {
        return new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
    }

    private static EigenDecomposition decomposeShifted(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += SHIFT;
        }
        try {
            return decompose(matrix);
        } catch (MathIllegalStateException e) {
            throw convergenceFailure(matrix.length, e);
        }
    }

    private static EigenSystem ordered(
            EigenDecomposition decomposition, double shift, PowerOfTwoScale scale, ToIntFunction<double[]> wanted) {
        double[] unordered = decomposition.getRealEigenvalues();
        int[] order = falling(unordered);
        double[] values = scale.undo(
                IntStream.of(order).mapToDouble(i -> unordered[i] - shift).toArray());
        double[][] vectors = new double[wanted.applyAsInt(values.clone())][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = decomposition.getEigenvector(order[i]).toArray();
        }
        return new EigenSystem(values, vectors);
    }

    private static ArithmeticException convergenceFailure(int n, MathIllegalStateException cause) {
        ArithmeticException failure = new ArithmeticException("matrix of " + n
                + " rows: Commons Math did not converge (" + cause.getMessage() + "); use the blocked solver");
        failure.initCause(cause);
        return failure;
    }

    /** Commons Math sorts, but not after it set small values to zero. */
    private static int[] falling(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String toString() {
        return "commons-math";
    }
}
