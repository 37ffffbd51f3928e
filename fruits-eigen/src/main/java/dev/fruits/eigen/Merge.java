package dev.fruits.eigen;

import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Joins two solved halves of a tridiagonal matrix: one conquering step of {@link DivideAndConquer}. */
final class Merge {
    /** The vectors of all parts, one a row, and as many rows to write new ones to. */
    static final class Storage {
        private final Workers workers;
        private final MatrixProduct product;
        private final double[][] vectors;
        private final double[][] spare;

        Storage(int n, Workers workers, MatrixProduct product) {
            this.workers = workers;
            this.product = product;
            this.vectors = MatrixProduct.paddedRows(n, n);
            this.spare = MatrixProduct.paddedRows(n, n);
        }

        double[][] vectors() {
            return vectors;
        }

        double[] vector(int i) {
            return vectors[i];
        }
    }

    private final Storage storage;
    private final double[] d;
    private final int begin;
    private final int middle;
    private final int end;
    /** Values and vectors of both halves. */
    private final double[] values;

    private final double[][] rows;
    private final Deflation deflation;
    private final SecularEquation equation;

    /**
     * Prepares to join the parts {@code begin} to {@code middle} and {@code middle} to {@code end}.
     *
     * @param d eigenvalues of both parts, each rising
     * @param coupling the entry of the matrix that was torn out between them
     */
    Merge(Storage storage, double[] d, int begin, int middle, int end, double coupling) {
        this.storage = storage;
        this.d = d;
        this.begin = begin;
        this.middle = middle;
        this.end = end;
        this.values = Arrays.copyOfRange(d, begin, end);
        this.rows = Arrays.copyOfRange(storage.vectors, begin, end);
        double rho = 2 * Math.abs(coupling);
        double[] z = couplingVector(coupling < 0 ? -1 : 1);
        this.deflation = new Deflation(values, rows, z, rho, middle - begin);
        double[] poles = new double[deflation.keptCount()];
        double[] weights = new double[poles.length];
        for (int i = 0; i < poles.length; i++) {
            poles[i] = values[deflation.kept(i)];
            weights[i] = z[deflation.kept(i)];
        }
        this.equation = new SecularEquation(poles, weights, rho, storage.workers);
    }

    /** The last row of the upper vectors beside the first of the lower ones, of length 1. */
    private double[] couplingVector(double sign) {
        double[] z = new double[rows.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.sqrt(0.5) * (i < middle - begin ? rows[i][middle - 1] : sign * rows[i][middle]);
        }
        return z;
    }

    /**
     * Writes the joined values, rising, and the vectors of the largest; rows of vectors that are not wanted are
     * undefined.
     *
     * @param wanted receives the values, largest first; returns how many vectors are required
     * @return that answer
     */
    int run(ToIntFunction<double[]> wanted) {
        int n = end - begin;
        int kept = deflation.keptCount();
        double[] joined = Arrays.copyOf(equation.roots(), n);
        for (int i = kept; i < n; i++) {
            joined[i] = values[deflation.deflated(i - kept)];
        }
        int[] order = rising(joined);
        for (int p = 0; p < n; p++) {
            d[begin + p] = joined[order[p]];
        }
        int count = wanted.applyAsInt(DivideAndConquer.falling(Arrays.copyOfRange(d, begin, end)));
        int first =
                Arrays.stream(order, n - count, n).filter(i -> i < kept).min().orElse(kept);
        computeVectors(first);
        place(order, n - count, first);
        return count;
    }

    private static int[] rising(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Vectors of the roots from {@code first} on, into spare rows: two products that leave the zero quarters out. */
    private void computeVectors(int first) {
        int[] order = new int[deflation.keptCount()];
        int upper = appendSupported(Deflation.Support.UPPER, order, 0);
        int both = appendSupported(Deflation.Support.BOTH, order, upper);
        int all = appendSupported(Deflation.Support.LOWER, order, both);
        double[][] basis = new double[all][];
        for (int j = 0; j < all; j++) {
            basis[j] = rows[deflation.kept(order[j])];
        }
        double[][] small = equation.vectors(first, order);
        int count = small.length;
        double[][] target = Arrays.copyOfRange(storage.spare, begin, begin + count);
        storage.product.set(
                Block.of(small, count, both),
                Block.of(basis, 0, begin, both, middle - begin),
                Block.of(target, 0, begin, count, middle - begin));
        storage.product.set(
                Block.of(small, 0, upper, count, all - upper),
                Block.of(basis, upper, middle, all - upper, end - middle),
                Block.of(target, 0, middle, count, end - middle));
    }

    private int appendSupported(Deflation.Support support, int[] order, int from) {
        int to = from;
        for (int i = 0; i < order.length; i++) {
            if (deflation.support(deflation.kept(i)) == support) {
                order[to++] = i;
            }
        }
        return to;
    }

    /** Exchanges rows instead of copying them: old rows of the basis become spare. */
    private void place(int[] order, int from, int first) {
        int kept = deflation.keptCount();
        double[][] fresh = Arrays.copyOfRange(storage.spare, begin, end);
        for (int p = from; p < order.length; p++) {
            int i = order[p];
            storage.vectors[begin + p] = i < kept ? fresh[i - first] : rows[deflation.deflated(i - kept)];
        }
        for (int i = first; i < kept; i++) {
            storage.spare[begin + i - first] = rows[deflation.kept(i)];
        }
    }
}
