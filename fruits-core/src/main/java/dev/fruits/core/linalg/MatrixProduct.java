package dev.fruits.core.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Products of dense matrices in plain Java, blocked for the caches after Goto and van de Geijn ("Anatomy of
 * High-Performance Matrix Multiplication", ACM TOMS 34, 2008).
 *
 * <p>Every value of a result is one sum in the order of its terms: it depends neither on the number of threads nor on
 * the other rows and columns of the product, to the bit. An instance holds scratch memory (about 0.7 MB for each
 * thread) and is used by one thread at a time.
 */
public final class MatrixProduct {
    /** Terms of a sum that are packed at once; products of a multiple of this depth waste nothing. */
    public static final int DEPTH = 144;
    /** Columns that are worked on at once; products of a multiple of this width waste nothing. */
    public static final int WIDTH = Kernels.PANEL;

    private static final int MAX_HEIGHT = 128;
    private static final int MIN_HEIGHT = 32;
    /** Tiles that a product is cut into where it can be, so that a few threads find work. */
    private static final int TILES = 8;
    /** Terms for which panel rows stay in the first-level cache over a whole tile. */
    private static final int CACHED_TERMS = 12;

    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    private final Workers workers;
    private final @Nullable Scratch[] scratch;

    /** Multiplies on the caller's thread. */
    public MatrixProduct() {
        this(new Workers(1));
    }

    /** Multiplies on these threads. */
    public MatrixProduct(Workers workers) {
        this.workers = workers;
        this.scratch = new @Nullable Scratch[workers.threads()];
    }

    /**
     * Row arrays of at least {@code width} values whose size is a whole number of cache lines: rows made together then
     * share one alignment, and C2's vector loop is aligned for all of them.
     */
    public static double[][] paddedRows(int count, int width) {
        int padded = width;
        while ((ARRAY_HEADER + Double.BYTES * padded) % CACHE_LINE != 0) {
            padded++;
        }
        return new double[count][padded];
    }

    /**
     * {@code c += factor · a · b}.
     *
     * @param a m × k, plain or transposed
     * @param b k × n, plain
     * @param c m × n, plain; shares no value with the others
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public void add(double factor, Block a, Block b, Block c) {
        run(new Product(factor, a, b, c, false));
    }

    /** {@code c = a · b}, as {@link #add}. */
    public void set(Block a, Block b, Block c) {
        run(new Product(1, a, b, c, true));
    }

    private void run(Product product) {
        int panels = ceilDiv(product.c.width(), WIDTH);
        int height = MAX_HEIGHT;
        while (height > MIN_HEIGHT && panels * ceilDiv(product.c.height(), height) < TILES) {
            height -= MIN_HEIGHT;
        }
        int tileHeight = height;
        int stripes = ceilDiv(product.c.height(), tileHeight);
        workers.run(
                panels * stripes,
                (tile, worker) -> product.tile(
                        (tile % stripes) * tileHeight, tileHeight, (tile / stripes) * WIDTH, scratchOf(worker)));
    }

    private Scratch scratchOf(int worker) {
        Scratch own = scratch[worker];
        if (own == null) {
            own = new Scratch();
            scratch[worker] = own;
        }
        return own;
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    private static final class Scratch {
        private final double[] left = new double[DEPTH * MAX_HEIGHT];
        private final double[][] right = alignedPanel(DEPTH);
        private final double[][] tile = alignedPanel(MAX_HEIGHT);

        private static double[][] alignedPanel(int rows) {
            return paddedRows(rows, WIDTH);
        }
    }

    private record Product(double factor, Block a, Block b, Block c, boolean overwrites) {
        Product {
            if (a.height() != c.height() || b.width() != c.width() || a.width() != b.height()) {
                throw new IllegalArgumentException(String.format(
                        "cannot multiply %d × %d by %d × %d into %d × %d",
                        a.height(), a.width(), b.height(), b.width(), c.height(), c.width()));
            }
            if (b.isTransposed() || c.isTransposed()) {
                throw new IllegalArgumentException("only the left factor may be transposed");
            }
        }

        void tile(int top, int maxHeight, int left, Scratch scratch) {
            int height = Math.min(maxHeight, c.height() - top);
            int width = Math.min(WIDTH, c.width() - left);
            load(top, height, left, width, scratch.tile);
            for (int term = 0; term < a.width(); term += DEPTH) {
                addTerms(top, height, left, width, term, scratch);
            }
            for (int i = 0; i < height; i++) {
                c.writeRow(top + i, left, width, scratch.tile[i]);
            }
        }

        private void load(int top, int height, int left, int width, double[][] tile) {
            for (int i = 0; i < roundUp(height, Kernels.TILE_ROWS); i++) {
                if (overwrites || i >= height) {
                    Arrays.fill(tile[i], 0);
                } else {
                    c.copyRow(top + i, left, width, tile[i]);
                }
            }
        }

        private void addTerms(int top, int height, int left, int width, int term, Scratch scratch) {
            int terms = Math.min(DEPTH, a.width() - term);
            int padded = roundUp(terms, Kernels.TILE_TERMS);
            int stride = padded * Kernels.TILE_ROWS;
            for (int p = 0; p < padded; p++) {
                if (p < terms) {
                    b.copyRow(term + p, left, width, scratch.right[p]);
                } else {
                    Arrays.fill(scratch.right[p], 0);
                }
            }
            a.pack(factor, top, height, term, terms, scratch.left, stride);
            int rows = roundUp(height, Kernels.TILE_ROWS);
            for (int p = 0; p < padded; p += CACHED_TERMS) {
                int end = Math.min(padded, p + CACHED_TERMS);
                Kernels.addTile(scratch.tile, rows, scratch.right, p, end, scratch.left, stride);
            }
        }

        private static int roundUp(int value, int multiple) {
            return (value + multiple - 1) / multiple * multiple;
        }
    }
}
