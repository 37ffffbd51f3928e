package dev.fruits.core.pixel;

/** The taps of every output position along one axis, in fixed point. Immutable. */
final class AxisWeights {
    /** Two bits are left for sums beyond 255, so that a sum of 8-bit samples never overflows. */
    private static final int FRACTION_BITS = 32 - 8 - 2;

    /** What every sum begins with, so that it is rounded. */
    static final int HALF = 1 << (FRACTION_BITS - 1);

    private static final double SUPPORT = 2.0;

    /**
     * What the taps depend on.
     *
     * @param from pixels along the axis before
     * @param to pixels along the axis after
     */
    record Sizes(int from, int to) {}

    private final int outputs;
    private final int maxTaps;
    private final int[] firstTap;
    private final int[] tapCount;
    private final int[] taps;

    AxisWeights(Sizes sizes) {
        outputs = sizes.to();
        double scale = (double) sizes.from() / sizes.to();
        double filterScale = Math.max(1, scale);
        double support = SUPPORT * filterScale;
        maxTaps = 2 * (int) Math.ceil(support) + 1;
        firstTap = new int[outputs];
        tapCount = new int[outputs];
        taps = new int[outputs * maxTaps];
        for (int i = 0; i < outputs; i++) {
            double centre = (i + 0.5) * scale;
            firstTap[i] = Math.max(0, (int) (centre - support + 0.5));
            tapCount[i] = Math.min(sizes.from(), (int) (centre + support + 0.5)) - firstTap[i];
            setTaps(i, centre, filterScale);
        }
    }

    private void setTaps(int output, double centre, double filterScale) {
        double[] exact = new double[tapCount[output]];
        double sum = 0;
        for (int t = 0; t < exact.length; t++) {
            exact[t] = kernel((firstTap[output] + t - centre + 0.5) * (1 / filterScale));
            sum += exact[t];
        }
        for (int t = 0; t < exact.length; t++) {
            double fixed = exact[t] / sum * (1 << FRACTION_BITS);
            taps[output * maxTaps + t] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
        }
    }

    private static double kernel(double distance) {
        double a = -0.5;
        double x = Math.abs(distance);
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < SUPPORT ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    int outputs() {
        return outputs;
    }

    /** The most taps that an output has. */
    int maxTaps() {
        return maxTaps;
    }

    /** The first of the inputs that the output is made of. */
    int firstTap(int output) {
        return firstTap[output];
    }

    /** How many inputs the output is made of. */
    int tapCount(int output) {
        return tapCount[output];
    }

    /** The weight of the {@code tap}th input, in fixed point. */
    int tap(int output, int tap) {
        return taps[output * maxTaps + tap];
    }

    /** Sums of one more tap for many samples at once: a loop that the JVM turns into vector instructions. */
    static void add(int[] sums, int[] samples, int offset, int tap) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += samples[offset + i] * tap;
        }
    }

    /** Sums that began with {@link #HALF} become samples of 0 to 255, rounded and clipped. */
    static void toSamples(int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.max(0, Math.min(255, sums[i] >> FRACTION_BITS));
        }
    }
}
