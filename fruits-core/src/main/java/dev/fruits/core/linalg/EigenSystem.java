package dev.fruits.core.linalg;

/**
 * Eigenvalues and leading eigenvectors of a symmetric matrix. The arrays are the solver's own and handed over: not
 * copied.
 */
public final class EigenSystem {
    private final double[] values;
    private final double[][] vectors;

    /**
     * Takes the arrays over.
     *
     * @param values all eigenvalues, largest first
     * @param vectors orthonormal, one row each, of the first {@code vectors.length} eigenvalues
     */
    public EigenSystem(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    public double[] values() {
        return values;
    }

    public double[][] vectors() {
        return vectors;
    }
}
