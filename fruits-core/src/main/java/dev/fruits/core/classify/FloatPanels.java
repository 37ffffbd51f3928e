package dev.fruits.core.classify;

import java.util.Arrays;
import java.util.List;

/**
 * Vectors as columns of panels, ready to be multiplied with many others: the inner loop has one array per row, constant
 * trip count and sums that do not depend on each other, which HotSpot's C2 turns into vector instructions. Immutable.
 */
final class FloatPanels {
    /** Columns of a panel: 2 KiB a row, so that the 4 + 3 rows of one step stay in the first-level cache. */
    static final int WIDTH = 512;
    /** Rows of the result that one step updates. */
    static final int TILE_ROWS = 4;

    private static final int TILE_TERMS = 3;
    /** Terms that are added to all rows of the result before the next ones: 288 KiB of a panel, for the second cache. */
    private static final int DEPTH = 144;

    private final int count;
    private final int depth;
    private final float[][][] panels;

    /** Takes vectors of equal length; copies them. */
    FloatPanels(List<float[]> vectors) {
        this.count = vectors.size();
        this.depth = (vectors.get(0).length + TILE_TERMS - 1) / TILE_TERMS * TILE_TERMS;
        this.panels = new float[(count + WIDTH - 1) / WIDTH][depth][WIDTH];
        for (int i = 0; i < count; i++) {
            float[] vector = vectors.get(i);
            float[][] panel = panels[i / WIDTH];
            for (int p = 0; p < vector.length; p++) {
                panel[p][i % WIDTH] = vector[p];
            }
        }
    }

    int panelCount() {
        return panels.length;
    }

    /** Columns of a panel that hold vectors. */
    int width(int panel) {
        return Math.min(WIDTH, count - panel * WIDTH);
    }

    /** Queries as {@link #multiply} takes them: by fours, {@code (4g + r, p)} at {@code (g · depth + p) · 4 + r}. */
    float[] pack(List<float[]> queries) {
        int groups = (queries.size() + TILE_ROWS - 1) / TILE_ROWS;
        float[] packed = new float[groups * depth * TILE_ROWS];
        for (int i = 0; i < queries.size(); i++) {
            float[] query = queries.get(i);
            int at = i / TILE_ROWS * depth * TILE_ROWS + i % TILE_ROWS;
            for (int p = 0; p < query.length; p++) {
                packed[at + p * TILE_ROWS] = query[p];
            }
        }
        return packed;
    }

    /**
     * Sets {@code c[i][j]} to the product of query i and vector j of a panel, in float. The terms are added in their
     * order, so a product does not depend on the others.
     *
     * @param packed by {@link #pack}
     * @param c as many rows as were packed, rounded up to a multiple of {@value #TILE_ROWS}, each of {@value #WIDTH}
     */
    void multiply(float[] packed, int panel, float[][] c) {
        int rows = packed.length / depth;
        for (int i = 0; i < rows; i++) {
            Arrays.fill(c[i], 0);
        }
        for (int begin = 0; begin < depth; begin += DEPTH) {
            int end = Math.min(depth, begin + DEPTH);
            for (int i = 0; i < rows; i += TILE_ROWS) {
                addTile(c, i, panels[panel], begin, end, packed, i * depth + begin * TILE_ROWS);
            }
        }
    }

    private static void addTile(float[][] c, int row, float[][] b, int begin, int end, float[] a, int from) {
        final float[] c0 = c[row], c1 = c[row + 1], c2 = c[row + 2], c3 = c[row + 3];
        int at = from;
        for (int p = begin; p < end; p += TILE_TERMS, at += TILE_ROWS * TILE_TERMS) {
            final float[] b0 = b[p], b1 = b[p + 1], b2 = b[p + 2];
            final float a00 = a[at], a10 = a[at + 1], a20 = a[at + 2], a30 = a[at + 3];
            final float a01 = a[at + 4], a11 = a[at + 5], a21 = a[at + 6], a31 = a[at + 7];
            final float a02 = a[at + 8], a12 = a[at + 9], a22 = a[at + 10], a32 = a[at + 11];
            for (int j = 0; j < WIDTH; j++) {
                float x0 = b0[j], x1 = b1[j], x2 = b2[j];
                float y0 = c0[j], y1 = c1[j], y2 = c2[j], y3 = c3[j];
                y0 = Math.fma(a00, x0, y0);
                y1 = Math.fma(a10, x0, y1);
                y2 = Math.fma(a20, x0, y2);
                y3 = Math.fma(a30, x0, y3);
                y0 = Math.fma(a01, x1, y0);
                y1 = Math.fma(a11, x1, y1);
                y2 = Math.fma(a21, x1, y2);
                y3 = Math.fma(a31, x1, y3);
                y0 = Math.fma(a02, x2, y0);
                y1 = Math.fma(a12, x2, y1);
                y2 = Math.fma(a22, x2, y2);
                y3 = Math.fma(a32, x2, y3);
                c0[j] = y0;
                c1[j] = y1;
                c2[j] = y2;
                c3[j] = y3;
            }
        }
    }
}
