package dev.fruits.eigen;

/**
 * All eigenvalues and eigenvectors of a small tridiagonal matrix by the QL algorithm with implicit Wilkinson shifts
 * (Bowdler, Martin, Reinsch and Wilkinson, Handbook for Automatic Computation II/3, 1971; EISPACK's {@code imtql2}).
 */
final class ImplicitQl {
    private static final int MAX_SWEEPS = 60;
    /** Entries below this, in a matrix scaled to 1, are zero: their squares would vanish. */
    private static final double NEGLIGIBLE = 1e-150;

    private final double[] d;
    private final double[] e;
    private final double[][] vectors;
    private final int begin;
    private final int end;

    private ImplicitQl(double[] d, double[] e, double[][] vectors, int begin, int end) {
        this.d = d;
        this.e = e;
        this.vectors = vectors;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Solves the part {@code begin} to {@code end} of a matrix.
     *
     * @param d diagonal, of a matrix scaled to 1; receives the part's eigenvalues, smallest first
     * @param e off-diagonal; the part's values are overwritten
     * @param vectors rows of zeros; row i receives the eigenvector of {@code d[i]}
     * @throws ArithmeticException if it does not converge
     */
    static void solve(double[] d, double[] e, double[][] vectors, int begin, int end) {
        ImplicitQl ql = new ImplicitQl(d, e, vectors, begin, end);
        for (int i = begin; i < end; i++) {
            vectors[i][i] = 1;
        }
        for (int i = begin; i < end - 1; i++) {
            ql.isolate(i);
        }
        ql.sort();
    }

    private void isolate(int i) {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            int last = endOfUnreduced(i);
            if (last == i) {
                return;
            }
            sweep(i, last);
        }
        throw new ArithmeticException("eigenvalue " + i + " did not converge in " + MAX_SWEEPS + " sweeps");
    }

    private int endOfUnreduced(int from) {
        int m = from;
        while (m < end - 1 && Math.abs(e[m]) > negligible(m)) {
            m++;
        }
        return m;
    }

    private double negligible(int i) {
        return Math.max(NEGLIGIBLE, Math.ulp(1.0) / 2 * (Math.abs(d[i]) + Math.abs(d[i + 1])));
    }

    /** One QL step on the unreduced part, from its last row upward. */
    private void sweep(int first, int last) {
        double half = (d[first + 1] - d[first]) / (2 * e[first]);
        double g = d[last] - d[first] + e[first] / (half + Math.copySign(Math.hypot(half, 1), half));
        double sine = 1;
        double cosine = 1;
        double p = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double r = Math.hypot(f, g);
            setOffDiagonal(i + 1, last, r);
            if (r == 0) {
                d[i + 1] -= p;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = d[i + 1] - p;
            double t = (d[i] - g) * sine + 2 * cosine * b;
            p = sine * t;
            d[i + 1] = g + p;
            g = cosine * t - b;
            rotate(vectors[i], vectors[i + 1], cosine, sine);
        }
        d[first] -= p;
        e[first] = g;
    }

    /** The entry behind the unreduced part is zero by definition, or belongs to another part. */
    private void setOffDiagonal(int i, int last, double value) {
        if (i < last) {
            e[i] = value;
        } else if (i < end - 1) {
            e[i] = 0;
        }
    }

    private void rotate(double[] upper, double[] lower, double cosine, double sine) {
        for (int j = begin; j < end; j++) {
            double u = upper[j];
            double l = lower[j];
            lower[j] = sine * u + cosine * l;
            upper[j] = cosine * u - sine * l;
        }
    }

    private void sort() {
        for (int i = begin; i < end - 1; i++) {
            int smallest = i;
            for (int j = i + 1; j < end; j++) {
                if (d[j] < d[smallest]) {
                    smallest = j;
                }
            }
            double value = d[i];
            d[i] = d[smallest];
            d[smallest] = value;
            double[] vector = vectors[i];
            vectors[i] = vectors[smallest];
            vectors[smallest] = vector;
        }
    }
}
