package dev.fruits.eigen;

/**
 * What is left of a merge of two solved halves, T = diag(d) + ρ z zᵀ in the basis of their vectors, after all that is
 * already decided to rounding was set aside: entries of z that vanish, and pairs of values so close that a rotation makes
 * one of their entries vanish (Cuppen, Numer. Math. 36, 1981; LAPACK's {@code dlaed2}).
 */
final class Deflation {
    /** Where a vector may differ from zero. */
    enum Support {
        UPPER,
        BOTH,
        LOWER
    }

    private final double[] values;
    private final double[][] vectors;
    private final double[] z;
    private final double rho;
    private final double tolerance;
    private final Support[] supports;
    private final int[] kept;
    private final int[] deflated;
    private int keptCount;
    private int deflatedCount;

    /**
     * Sets aside what is decided.
     *
     * @param values of both halves, each rising; changed where pairs are rotated
     * @param vectors their vectors, one a row; changed likewise
     * @param z as long; changed likewise
     * @param upper how many values the upper half has
     */
    Deflation(double[] values, double[][] vectors, double[] z, double rho, int upper) {
        int n = values.length;
        this.values = values;
        this.vectors = vectors;
        this.z = z;
        this.rho = rho;
        this.supports = new Support[n];
        this.kept = new int[n];
        this.deflated = new int[n];
        double largestValue = 0;
        double largestWeight = 0;
        for (int i = 0; i < n; i++) {
            supports[i] = i < upper ? Support.UPPER : Support.LOWER;
            largestValue = Math.max(largestValue, Math.abs(values[i]));
            largestWeight = Math.max(largestWeight, Math.abs(z[i]));
        }
        this.tolerance = 4 * Math.ulp(1.0) * Math.max(largestValue, largestWeight);
        deflate(rising(upper));
    }

    /** How many values the secular equation decides. */
    int keptCount() {
        return keptCount;
    }

    /** Index of the {@code i}-th of them; their values rise. */
    int kept(int i) {
        return kept[i];
    }

    /** How many values are final. */
    int deflatedCount() {
        return deflatedCount;
    }

    /** Index of the {@code i}-th of them. */
    int deflated(int i) {
        return deflated[i];
    }

    Support support(int index) {
        return supports[index];
    }

    /** The indices of both halves by rising value. */
    private int[] rising(int upper) {
        int[] order = new int[values.length];
        int i = 0;
        int j = upper;
        for (int p = 0; p < order.length; p++) {
            boolean takesUpper = j == order.length || (i < upper && values[i] <= values[j]);
            order[p] = takesUpper ? i++ : j++;
        }
        return order;
    }

    private void deflate(int[] order) {
        int open = -1;
        for (int index : order) {
            if (rho * Math.abs(z[index]) <= tolerance) {
                setAside(index);
            } else if (open < 0) {
                open = index;
            } else {
                if (rotatesAway(open, index)) {
                    setAside(open);
                } else {
                    kept[keptCount++] = open;
                }
                open = index;
            }
        }
        if (open >= 0) {
            kept[keptCount++] = open;
        }
    }

    private void setAside(int index) {
        deflated[deflatedCount++] = index;
    }

    /** Moves the weight of {@code first} to {@code second} where that changes T by no more than the tolerance. */
    private boolean rotatesAway(int first, int second) {
        double length = Math.hypot(z[second], z[first]);
        double cosine = z[second] / length;
        double sine = -z[first] / length;
        double gap = values[second] - values[first];
        if (Math.abs(gap * cosine * sine) > tolerance) {
            return false;
        }
        z[second] = length;
        z[first] = 0;
        if (supports[first] != supports[second]) {
            supports[first] = Support.BOTH;
            supports[second] = Support.BOTH;
        }
        rotate(vectors[first], vectors[second], cosine, sine);
        double low = values[first];
        double high = values[second];
        values[first] = low * cosine * cosine + high * sine * sine;
        values[second] = low * sine * sine + high * cosine * cosine;
        return true;
    }

    private static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int j = 0; j < a.length; j++) {
            double u = a[j];
            double v = b[j];
            a[j] = cosine * u + sine * v;
            b[j] = cosine * v - sine * u;
        }
    }
}
