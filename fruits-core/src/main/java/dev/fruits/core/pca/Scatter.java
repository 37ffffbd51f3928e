package dev.fruits.core.pca;

import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import java.io.Serializable;

/** A sum of outer products x xᵀ, of which only the panels on and above the diagonal are held: about 5 d² bytes. */
final class Scatter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = MatrixProduct.WIDTH;

    private final int dimension;
    /** Panel p: rows 0 to its last column, columns {@code p · WIDTH} on. */
    private final double[][][] panels;

    Scatter(int dimension) {
        this.dimension = dimension;
        this.panels = new double[(dimension + WIDTH - 1) / WIDTH][][];
        for (int p = 0; p < panels.length; p++) {
            int right = Math.min(dimension, (p + 1) * WIDTH);
            panels[p] = new double[right][right - p * WIDTH];
        }
    }

    /** Adds x xᵀ for the first {@code count} rows x. */
    void addSquares(double[][] rows, int count, MatrixProduct product) {
        for (int p = 0; p < panels.length; p++) {
            int left = p * WIDTH;
            int height = panels[p].length;
            int width = height - left;
            product.add(
                    1,
                    Block.of(rows, count, height).transposed(),
                    Block.of(rows, 0, left, count, width),
                    Block.of(panels[p], height, width));
        }
    }

    void add(Scatter other) {
        for (int p = 0; p < panels.length; p++) {
            for (int i = 0; i < panels[p].length; i++) {
                addRow(panels[p][i], other.panels[p][i]);
            }
        }
    }

    private static void addRow(double[] sum, double[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }

    double diagonal(int i) {
        return panels[i / WIDTH][i][i % WIDTH];
    }

    /** The whole symmetric matrix divided by {@code divisor}. */
    double[][] dividedBy(double divisor) {
        double[][] matrix = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < dimension; j++) {
                double value = panels[j / WIDTH][i][j % WIDTH] / divisor;
                matrix[i][j] = value;
                matrix[j][i] = value;
            }
        }
        return matrix;
    }
}
