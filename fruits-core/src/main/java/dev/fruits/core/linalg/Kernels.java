package dev.fruits.core.linalg;

/**
 * The inner loops, in the shapes that HotSpot's C2 of JDK 17 turns into vector instructions: one array per row, the
 * same index in all of them, sums that do not depend on each other, and a constant trip count where it is hot. Change
 * them only after a measurement.
 *
 * <p>All products go through {@link Math#fma}, so that a result is the same interpreted, compiled and vectorised.
 */
final class Kernels {
    /** Columns of a panel row: 2 KiB, so that the 4 + 3 rows of one step stay in the first-level cache. */
    static final int PANEL = 256;
    /** Rows of the result that one step updates. */
    static final int TILE_ROWS = 4;
    /** Terms of the sum that one step adds; with 4 rows they fill the vector registers. */
    static final int TILE_TERMS = 3;

    private Kernels() {}

    /**
     * Adds a product to a tile: {@code c[i] += Σ a(i,p) · b[p]} over {@code p} from {@code begin} to {@code end}.
     *
     * @param rows of {@code c}, a multiple of {@value #TILE_ROWS}
     * @param begin first term; {@code end − begin} is a multiple of {@value #TILE_TERMS}
     * @param a packed by fours of rows: {@code a(4g + r, p)} at {@code g · stride + 4 p + r}
     */
    static void addTile(double[][] c, int rows, double[][] b, int begin, int end, double[] a, int stride) {
        for (int i = 0; i < rows; i += TILE_ROWS) {
            final double[] c0 = c[i], c1 = c[i + 1], c2 = c[i + 2], c3 = c[i + 3];
            int at = (i / TILE_ROWS) * stride + begin * TILE_ROWS;
            for (int p = begin; p < end; p += TILE_TERMS, at += TILE_ROWS * TILE_TERMS) {
                final double[] b0 = b[p], b1 = b[p + 1], b2 = b[p + 2];
                final double a00 = a[at], a10 = a[at + 1], a20 = a[at + 2], a30 = a[at + 3];
                final double a01 = a[at + 4], a11 = a[at + 5], a21 = a[at + 6], a31 = a[at + 7];
                final double a02 = a[at + 8], a12 = a[at + 9], a22 = a[at + 10], a32 = a[at + 11];
                for (int j = 0; j < PANEL; j++) {
                    double x0 = b0[j], x1 = b1[j], x2 = b2[j];
                    double y0 = c0[j], y1 = c1[j], y2 = c2[j], y3 = c3[j];
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
}
