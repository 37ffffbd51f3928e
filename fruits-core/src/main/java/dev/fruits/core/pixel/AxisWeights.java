package dev.fruits.core.pixel;

import java.util.Arrays;

/** The taps of every output position along one axis, in fixed point. Used by one thread. */
final class AxisWeights {
    /** Two bits are left for sums beyond 255, so that a sum of 8-bit samples never overflows. */
    private static final int FRACTION_BITS = 32 - 8 - 2;

    private static final int HALF = 1 << (FRACTION_BITS - 1);
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
    private int[] sums = new int[0];

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

    /** Convolves one row of RGB pixels. */
    void convolvePixels(byte[] source, int from, byte[] target, int to) {
        for (int i = 0, at = to; i < outputs; i++, at += RgbImage.CHANNELS) {
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            int pixel = from + RgbImage.CHANNELS * firstTap[i];
            int end = i * maxTaps + tapCount[i];
            for (int t = i * maxTaps; t < end; t++, pixel += RgbImage.CHANNELS) {
                int tap = taps[t];
                red += (source[pixel] & 0xff) * tap;
                green += (source[pixel + 1] & 0xff) * tap;
                blue += (source[pixel + 2] & 0xff) * tap;
            }
            target[at] = clip(red);
            target[at + 1] = clip(green);
            target[at + 2] = clip(blue);
        }
    }

    /** Convolves all columns; a row has {@code stride} samples. */
    void convolveRows(byte[] source, int stride, byte[] target) {
        if (sums.length != stride) {
            sums = new int[stride];
        }
        for (int i = 0; i < outputs; i++) {
            Arrays.fill(sums, HALF);
            for (int t = 0; t < tapCount[i]; t++) {
                addRow(source, stride * (firstTap[i] + t), taps[i * maxTaps + t]);
            }
            clipRow(target, stride * i);
        }
    }

    private void addRow(byte[] source, int from, int tap) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (source[from + x] & 0xff) * tap;
        }
    }

    private void clipRow(byte[] target, int to) {
        for (int x = 0; x < sums.length; x++) {
            target[to + x] = clip(sums[x]);
        }
    }

    private static byte clip(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> FRACTION_BITS));
    }
}
