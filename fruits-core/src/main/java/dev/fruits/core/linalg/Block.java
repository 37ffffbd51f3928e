package dev.fruits.core.linalg;

import java.util.Arrays;

/** A rectangle of a matrix of row arrays, perhaps seen transposed. A view: it shares the arrays. */
public final class Block {
    private final double[][] rows;
    private final int top;
    private final int left;
    private final int height;
    private final int width;
    private final boolean transposed;

    private Block(double[][] rows, int top, int left, int height, int width, boolean transposed) {
        this.rows = rows;
        this.top = top;
        this.left = left;
        this.height = height;
        this.width = width;
        this.transposed = transposed;
    }

    /** {@code height × width} values of {@code rows}, from row {@code top} and column {@code left}. */
    public static Block of(double[][] rows, int top, int left, int height, int width) {
        return new Block(rows, top, left, height, width, false);
    }

    /** The first {@code height × width} values of {@code rows}. */
    public static Block of(double[][] rows, int height, int width) {
        return of(rows, 0, 0, height, width);
    }

    /** The same values with rows and columns exchanged. */
    public Block transposed() {
        return new Block(rows, top, left, width, height, !transposed);
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    boolean isTransposed() {
        return transposed;
    }

    /** Copies {@code count} values of row {@code row} from {@code column} on; zeros behind them. Not for a transposed one. */
    void copyRow(int row, int column, int count, double[] target) {
        System.arraycopy(rows[top + row], left + column, target, 0, count);
        for (int j = count; j < target.length; j++) {
            target[j] = 0;
        }
    }

    /** Overwrites {@code count} values of row {@code row} from {@code column} on. Not for a transposed one. */
    void writeRow(int row, int column, int count, double[] source) {
        System.arraycopy(source, 0, rows[top + row], left + column, count);
    }

    /**
     * Packs {@code factor ·} this for {@link Kernels#addTile}: rows {@code row} on, terms {@code term} on. Rows up to the
     * next multiple of four and terms up to {@code stride / 4} become zero.
     */
    void pack(double factor, int row, int rowCount, int term, int termCount, double[] packed, int stride) {
        for (int i = 0; i < rowCount; i += Kernels.TILE_ROWS) {
            int at = (i / Kernels.TILE_ROWS) * stride;
            int present = Math.min(Kernels.TILE_ROWS, rowCount - i);
            if (present < Kernels.TILE_ROWS || termCount * Kernels.TILE_ROWS < stride) {
                Arrays.fill(packed, at, at + stride, 0);
            }
            if (transposed) {
                packColumns(factor, row + i, present, term, termCount, packed, at);
            } else {
                packRows(factor, row + i, present, term, termCount, packed, at);
            }
        }
    }

    private void packRows(double factor, int row, int count, int term, int terms, double[] packed, int at) {
        for (int r = 0; r < count; r++) {
            double[] source = rows[top + row + r];
            for (int p = 0, to = at + r, from = left + term; p < terms; p++, to += Kernels.TILE_ROWS) {
                packed[to] = factor * source[from + p];
            }
        }
    }

    private void packColumns(double factor, int row, int count, int term, int terms, double[] packed, int at) {
        for (int p = 0, to = at; p < terms; p++, to += Kernels.TILE_ROWS) {
            double[] source = rows[top + term + p];
            for (int r = 0; r < count; r++) {
                packed[to + r] = factor * source[left + row + r];
            }
        }
    }
}
