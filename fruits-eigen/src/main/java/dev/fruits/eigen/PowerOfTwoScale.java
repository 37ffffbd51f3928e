package dev.fruits.eigen;

/**
 * An exact scale for a symmetric matrix: a power of two that brings its largest entry near 1, so that no square inside
 * a decomposition overflows or vanishes.
 */
public final class PowerOfTwoScale {
    private final int exponent;

    private PowerOfTwoScale(int exponent) {
        this.exponent = exponent;
    }

    /**
     * The scale of a matrix.
     *
     * @throws IllegalArgumentException if it is not square
     * @throws ArithmeticException if a value is not finite
     */
    public static PowerOfTwoScale of(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw new IllegalArgumentException("matrix of " + matrix.length + " rows: row " + i + " has "
                        + matrix[i].length + " values; must be square");
            }
            for (int j = 0; j < matrix.length; j++) {
                if (!Double.isFinite(matrix[i][j])) {
                    throw new ArithmeticException("matrix: " + matrix[i][j] + " at row " + i + ", column " + j
                            + "; a decomposition needs finite values");
                }
                largest = Math.max(largest, Math.abs(matrix[i][j]));
            }
        }
        return new PowerOfTwoScale(largest == 0 ? 0 : Math.getExponent(largest));
    }

    /** Scales a matrix in place. */
    public void apply(double[][] matrix) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.scalb(row[j], -exponent);
            }
        }
    }

    /** Eigenvalues of the matrix from those of the scaled one, as a new array. */
    public double[] undo(double[] values) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(scaled[i], exponent);
        }
        return scaled;
    }
}
