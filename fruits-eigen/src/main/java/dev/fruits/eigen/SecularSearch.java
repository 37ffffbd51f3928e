package dev.fruits.eigen;

/**
 * The search for one root of the secular equation, by rational interpolation that keeps the two nearest poles (R.-C. Li,
 * "Solving secular equations stably and efficiently", LAPACK Working Note 89, 1993; LAPACK's {@code dlaed4}), inside a
 * bracket that only shrinks.
 *
 * <p>The unknown is τ, the distance of the root from its nearest pole, so that the distances to all poles come out to
 * high relative accuracy however close they lie.
 */
final class SecularSearch {
    private static final double ROUNDING = Math.ulp(1.0) / 2;
    private static final int MAX_STEPS = 80;

    private final double[] weights;
    private final double inverseRho;
    /** d<sub>j</sub> − d<sub>origin</sub>. */
    private final double[] shifted;
    /** True for the root behind the last pole. */
    private final boolean last;
    /** The poles that the interpolation keeps: the root lies between them, or behind both. */
    private final int left;

    private final int right;
    private final boolean originIsLeft;

    private double lower;
    private double upper;
    private double tau;

    private double f;
    private double leftSlope;
    private double rightSlope;
    private double errorBound;

    /**
     * Finds the root behind pole {@code i}.
     *
     * @param distances receives d<sub>j</sub> − root for all j
     */
    static double root(int i, double[] poles, double[] weights, double rho, double[] distances) {
        if (poles.length == 1) {
            double shift = rho * weights[0] * weights[0];
            distances[0] = -shift;
            return poles[0] + shift;
        }
        boolean last = i == poles.length - 1;
        boolean originIsLeft = last || risesAboveZeroBeforeMiddle(i, poles, weights, rho);
        int origin = originIsLeft ? i : i + 1;
        for (int j = 0; j < poles.length; j++) {
            distances[j] = poles[j] - poles[origin];
        }
        SecularSearch search = new SecularSearch(i, last, originIsLeft, weights, rho, distances);
        double tau = search.run();
        for (int j = 0; j < poles.length; j++) {
            distances[j] -= tau;
        }
        return poles[origin] + tau;
    }

    private static boolean risesAboveZeroBeforeMiddle(int i, double[] poles, double[] weights, double rho) {
        double middle = (poles[i + 1] - poles[i]) / 2;
        double value = 1 / rho;
        for (int j = 0; j < poles.length; j++) {
            value += weights[j] * weights[j] / ((poles[j] - poles[i]) - middle);
        }
        return value >= 0;
    }

    private SecularSearch(int i, boolean last, boolean originIsLeft, double[] weights, double rho, double[] shifted) {
        this.weights = weights;
        this.inverseRho = 1 / rho;
        this.shifted = shifted;
        this.last = last;
        this.left = last ? i - 1 : i;
        this.right = last ? i : i + 1;
        this.originIsLeft = originIsLeft;
        if (last) {
            upper = rho * RowKernels.dot(weights, weights, 0, weights.length);
        } else if (originIsLeft) {
            upper = shifted[right] / 2;
        } else {
            lower = shifted[left] / 2;
        }
    }

    private double run() {
        tau = firstGuess();
        double previous = Double.NaN;
        for (int step = 0; step < MAX_STEPS; step++) {
            evaluate();
            if (Math.abs(f) <= ROUNDING * errorBound || !shrinkBracket()) {
                return tau;
            }
            boolean slow = Math.abs(f) > 0.1 * Math.abs(previous);
            double next = tau + correction(step % 2 == 0 || !slow);
            if (!(next > lower && next < upper)) {
                next = 0.5 * (lower + upper);
            }
            if (next == tau) {
                return tau;
            }
            previous = f;
            tau = next;
        }
        return tau;
    }

    /** The root of the equation with all but the two kept poles held at the far end of the bracket. */
    private double firstGuess() {
        double at = last || originIsLeft ? upper : lower;
        double c = inverseRho;
        for (int j = 0; j < shifted.length; j++) {
            if (j != left && j != right) {
                c += weights[j] * weights[j] / (shifted[j] - at);
            }
        }
        double leftWeight = weights[left] * weights[left];
        double rightWeight = weights[right] * weights[right];
        double linear = -(c * (shifted[left] + shifted[right]) + leftWeight + rightWeight);
        double constant =
                c * shifted[left] * shifted[right] + leftWeight * shifted[right] + rightWeight * shifted[left];
        double root = Math.sqrt(Math.max(0, linear * linear - 4 * c * constant));
        double stable = -0.5 * (linear + Math.copySign(root, linear));
        double first = stable / c;
        double second = constant / stable;
        if (first > lower && first < upper) {
            return first;
        }
        return second > lower && second < upper ? second : 0.5 * (lower + upper);
    }

    /** The function, the slopes of its two halves, and a bound of its rounding error in units of {@link #ROUNDING}. */
    private void evaluate() {
        double leftSum = 0;
        double leftError = 0;
        leftSlope = 0;
        for (int j = 0; j <= left; j++) {
            double t = weights[j] / (shifted[j] - tau);
            leftSum += weights[j] * t;
            leftSlope += t * t;
            leftError += leftSum;
        }
        double rightSum = 0;
        double rightError = 0;
        rightSlope = 0;
        for (int j = shifted.length - 1; j > left; j--) {
            double t = weights[j] / (shifted[j] - tau);
            rightSum += weights[j] * t;
            rightSlope += t * t;
            rightError += rightSum;
        }
        f = inverseRho + leftSum + rightSum;
        errorBound = 8 * (Math.abs(leftSum) + Math.abs(rightSum))
                + Math.abs(leftError)
                + Math.abs(rightError)
                + 2 * inverseRho
                + Math.abs(tau) * (leftSlope + rightSlope);
    }

    /** The function rises: its sign gives the side of the root. False once nothing is left between. */
    private boolean shrinkBracket() {
        if (f < 0) {
            lower = Math.max(lower, tau);
        } else {
            upper = Math.min(upper, tau);
        }
        return upper - lower > 2 * ROUNDING * Math.max(Math.abs(lower), Math.abs(upper));
    }

    /**
     * The step to the root of c + s / (δ<sub>left</sub> − τ) + S / (δ<sub>right</sub> − τ) that agrees with the function
     * and its slope here.
     *
     * @param fixedWeight whether the nearest pole keeps its own weight; otherwise each pole takes its half's slope
     */
    private double correction(boolean fixedWeight) {
        double toLeft = shifted[left] - tau;
        double toRight = shifted[right] - tau;
        double slope = leftSlope + rightSlope;
        double c = constant(fixedWeight && !last, toLeft, toRight);
        double a = (toLeft + toRight) * f - toLeft * toRight * slope;
        double b = toLeft * toRight * f;
        double root = Math.sqrt(Math.abs(a * a - 4 * b * c));
        double step;
        if (last) {
            step = c == 0 ? upper - tau : a >= 0 ? (a + root) / (2 * c) : 2 * b / (a - root);
        } else {
            step = c == 0 ? b / a : a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
        }
        return f * step < 0 ? step : -f / slope;
    }

    private double constant(boolean fixedWeight, double toLeft, double toRight) {
        if (!fixedWeight) {
            double c = f - toLeft * leftSlope - toRight * rightSlope;
            return last ? Math.abs(c) : c;
        }
        double slope = leftSlope + rightSlope;
        double gap = shifted[right] - shifted[left];
        if (originIsLeft) {
            double t = weights[left] / toLeft;
            return f - toRight * slope + gap * t * t;
        }
        double t = weights[right] / toRight;
        return f - toLeft * slope - gap * t * t;
    }
}
