package dev.fruits.core.linalg;

import java.util.function.ToIntFunction;

/** Decomposes symmetric matrices. Implementations are immutable and safe for many threads. */
public interface EigenSolver {
    /**
     * All eigenvalues of a symmetric matrix, and the eigenvectors of the largest.
     *
     * @param matrix n × n, rows; symmetric; it may be overwritten
     * @param wanted receives all n eigenvalues, largest first; returns how many eigenvectors to compute, 0 to n
     * @throws IllegalArgumentException if the matrix is not square
     * @throws ArithmeticException if the decomposition does not converge (a value is not finite)
     */
    EigenSystem solve(double[][] matrix, ToIntFunction<double[]> wanted);
}
