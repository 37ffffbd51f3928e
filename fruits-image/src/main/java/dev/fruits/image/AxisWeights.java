package dev.fruits.image;

import java.util.Arrays;

/** The taps of every output position along one axis, in fixed point. Immutable. */
final class AxisWeights {
    /** Two bits are left for sums beyond 255, so that a sum of 8-bit samples never overflows. */
    private static final int FRACTION_BITS = 32 - 8 - 2;

    /** What every sum begins with, so that it is rounded. */
    private static final int HALF = 1 << (FRACTION_BITS - 1);

    private static final int MAX_SAMPLE = 255;
    private static final double SUPPORT = 2.0;
    /** Taps that are summed at once; missing ones weigh nothing. */
    private static final int GROUP = 4;

    /** What the taps depend on: pixels along the axis before and after. */
    record Sizes(int from, int to) {}

    private final Sizes sizes;
    private final int maxTaps;
    /** Places that each output has in {@link #taps}. */
    private final int stride;

    private final int[] firstTap;
    private final int[] tapCount;
    private final int[] taps;

    AxisWeights(Sizes sizes) {
        this.sizes = sizes;
        int outputs = sizes.to();
        double scale = (double) sizes.from() / sizes.to();
        double filterScale = Math.max(1, scale);
        double support = SUPPORT * filterScale;
        maxTaps = 2 * (int) Math.ceil(support) + 1;
        stride = (maxTaps + GROUP - 1) / GROUP * GROUP;
        firstTap = new int[outputs];
        tapCount = new int[outputs];
        taps = new int[outputs * stride];
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
            taps[output * stride + t] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
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

    Sizes sizes() {
        return sizes;
    }

    int outputs() {
        return sizes.to();
    }

    /** The most taps that an output has. */
    int maxTaps() {
        return maxTaps;
    }

    /** Behind the last of the inputs that the output is made of. */
    int end(int output) {
        return firstTap[output] + tapCount[output];
    }

    /** Sums the output's lines into {@code samples} of 0 to 255: one sample for each place of a line. */
    void sum(int output, Lines lines, int[] samples) {
        Arrays.fill(samples, HALF);
        for (int t = 0; t < tapCount[output]; t += GROUP) {
            addGroup(samples, lines, firstTap[output] + t, output * stride + t);
        }
        clip(samples);
    }

    /** By bits, as the JVM makes vector instructions of them and none of {@code Math.min}: eight times as fast. */
    private static void clip(int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            int sample = sums[i] >> FRACTION_BITS;
            sample &= ~(sample >> 31);
            int below = MAX_SAMPLE - sample;
            below &= ~(below >> 31);
            sums[i] = MAX_SAMPLE - below;
        }
    }

    /**
     * A loop that the JVM turns into vector instructions, as each line is an array of its own and no index is shifted.
     */
    private void addGroup(int[] sums, Lines lines, int line, int tap) {
        int[] first = lines.line(line);
        int[] second = lines.line(line + 1);
        int[] third = lines.line(line + 2);
        int[] fourth = lines.line(line + 3);
        int firstWeight = taps[tap];
        int secondWeight = taps[tap + 1];
        int thirdWeight = taps[tap + 2];
        int fourthWeight = taps[tap + 3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += first[i] * firstWeight
                    + second[i] * secondWeight
                    + third[i] * thirdWeight
                    + fourth[i] * fourthWeight;
        }
    }
}
