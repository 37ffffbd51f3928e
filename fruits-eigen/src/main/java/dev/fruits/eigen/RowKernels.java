package dev.fruits.eigen;

/**
 * Inner loops on rows, in the shapes that HotSpot's C2 of JDK 17 turns into vector instructions. Change them only after a
 * measurement. All products go through {@link Math#fma}, so that a result is the same interpreted, compiled and vectorised.
 */
final class RowKernels {
    private RowKernels() {}

    /** {@code y[j] += Σ x[i] · a[i][j]} over rows {@code top} to {@code bottom}, for columns {@code left} to {@code right}. */
    static void addRows(double[] y, double[][] a, int top, int bottom, double[] x, int left, int right) {
        int i = top;
        for (; i + 6 <= bottom; i += 6) {
            final double[] r0 = a[i], r1 = a[i + 1], r2 = a[i + 2], r3 = a[i + 3], r4 = a[i + 4], r5 = a[i + 5];
            final double x0 = x[i], x1 = x[i + 1], x2 = x[i + 2], x3 = x[i + 3], x4 = x[i + 4], x5 = x[i + 5];
            for (int j = left; j < right; j++) {
                double sum = Math.fma(x0, r0[j], y[j]);
                sum = Math.fma(x1, r1[j], sum);
                sum = Math.fma(x2, r2[j], sum);
                sum = Math.fma(x3, r3[j], sum);
                sum = Math.fma(x4, r4[j], sum);
                y[j] = Math.fma(x5, r5[j], sum);
            }
        }
        for (; i < bottom; i++) {
            addRow(y, a[i], x[i], left, right);
        }
    }

    private static void addRow(double[] y, double[] row, double factor, int left, int right) {
        for (int j = left; j < right; j++) {
            y[j] = Math.fma(factor, row[j], y[j]);
        }
    }

    /** {@code y += s · u + t · v} for indices {@code begin} to {@code end}. */
    static void addTwo(double[] y, double s, double[] u, double t, double[] v, int begin, int end) {
        for (int j = begin; j < end; j++) {
            y[j] = Math.fma(t, v[j], Math.fma(s, u[j], y[j]));
        }
    }

    /** The inner product over indices {@code begin} to {@code end}, in eight interleaved sums. */
    static double dot(double[] a, double[] b, int begin, int end) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int j = begin;
        for (; j + 8 <= end; j += 8) {
            s0 = Math.fma(a[j], b[j], s0);
            s1 = Math.fma(a[j + 1], b[j + 1], s1);
            s2 = Math.fma(a[j + 2], b[j + 2], s2);
            s3 = Math.fma(a[j + 3], b[j + 3], s3);
            s4 = Math.fma(a[j + 4], b[j + 4], s4);
            s5 = Math.fma(a[j + 5], b[j + 5], s5);
            s6 = Math.fma(a[j + 6], b[j + 6], s6);
            s7 = Math.fma(a[j + 7], b[j + 7], s7);
        }
        for (; j < end; j++) {
            s0 = Math.fma(a[j], b[j], s0);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
