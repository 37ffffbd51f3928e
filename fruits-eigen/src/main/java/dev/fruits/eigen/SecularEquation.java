package dev.fruits.eigen;

import dev.fruits.core.linalg.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The equation 1/ρ + Σ z<sub>j</sub>² / (d<sub>j</sub> − λ) = 0, whose roots are the eigenvalues of
 * diag(d) + ρ z zᵀ (Golub and Van Loan, "Matrix Computations", 4th ed., 8.4.3).
 *
 * <p>A root is found with {@link SecularSearch}. The weights that make the found roots exact are recomputed after Gu and
 * Eisenstat ("A stable and efficient algorithm for the rank-one modification of the symmetric eigenproblem", SIAM J.
 * Matrix Anal. Appl. 15, 1994), which is what makes the vectors orthogonal without extra precision.
 */
final class SecularEquation {
    /** Roots per task. */
    private static final int ROOTS = 16;
    /** Weights per task. */
    private static final int WEIGHTS = 64;

    private final double[] poles;
    private final double[] weights;
    private final double rho;
    private final Workers workers;
    private final double[] roots;
    private final double[][] distances;

    /**
     * Finds all roots.
     *
     * @param poles d, rising strictly
     * @param weights z, none zero
     * @param rho above zero
     */
    SecularEquation(double[] poles, double[] weights, double rho, Workers workers) {
        this.poles = poles;
        this.weights = weights;
        this.rho = rho;
        this.workers = workers;
        this.roots = new double[poles.length];
        this.distances = new double[poles.length][poles.length];
        inTasks(poles.length, ROOTS, this::find);
    }

    private void find(int i) {
        roots[i] = SecularSearch.root(i, poles, weights, rho, distances[i]);
    }

    /** The roots, rising: one after each pole. Not a copy. */
    double[] roots() {
        return roots;
    }

    /**
     * Eigenvectors of diag(d) + ρ z zᵀ for the roots from {@code first} on, normalised, one a row, with their entries in
     * the order given. To be called once: it works in place.
     *
     * @param order of the entries: entry {@code j} of a row belongs to pole {@code order[j]}
     */
    double[][] vectors(int first, int[] order) {
        double[] exact = exactWeights();
        double[][] vectors = new double[roots.length - first][];
        inTasks(vectors.length, ROOTS, i -> vectors[i] = vector(distances[first + i], exact, order));
        return vectors;
    }

    private static double[] vector(double[] distance, double[] weights, int[] order) {
        int n = distance.length;
        for (int j = 0; j < n; j++) {
            distance[j] = weights[j] / distance[j];
        }
        double scale = 1 / Math.sqrt(RowKernels.dot(distance, distance, 0, n));
        double[] vector = new double[n];
        for (int j = 0; j < n; j++) {
            vector[j] = distance[order[j]] * scale;
        }
        return vector;
    }

    /** |z<sub>j</sub>|² = Π<sub>i</sub> (d<sub>j</sub> − λ<sub>i</sub>) / Π<sub>i≠j</sub> (d<sub>j</sub> − d<sub>i</sub>), up to a common factor. */
    private double[] exactWeights() {
        int n = poles.length;
        double[] exact = new double[n];
        int tasks = (n + WEIGHTS - 1) / WEIGHTS;
        workers.run(tasks, (task, worker) -> {
            int begin = task * WEIGHTS;
            int end = Math.min(n, begin + WEIGHTS);
            Arrays.fill(exact, begin, end, 1);
            for (int i = 0; i < n; i++) {
                multiplyRatios(exact, i, begin, end);
            }
            for (int j = begin; j < end; j++) {
                exact[j] = Math.copySign(Math.sqrt(Math.abs(exact[j])), weights[j]);
            }
        });
        return exact;
    }

    private void multiplyRatios(double[] products, int i, int begin, int end) {
        double pole = poles[i];
        double[] distance = distances[i];
        for (int j = begin; j < end; j++) {
            products[j] *= j == i ? distance[j] : distance[j] / (poles[j] - pole);
        }
    }

    private void inTasks(int count, int perTask, IntConsumer body) {
        workers.run((count + perTask - 1) / perTask, (task, worker) -> {
            for (int i = task * perTask; i < Math.min(count, (task + 1) * perTask); i++) {
                body.accept(i);
            }
        });
    }
}
