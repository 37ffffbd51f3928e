package dev.fruits.train;

import java.util.SplittableRandom;

/**
 * Makes an image lighter or darker and its colours a little different. It scales the distance from white, so that
 * the white ground stays white.
 *
 * @param red factor of the distance from white in the red channel; so {@code green}, {@code blue}
 */
record Tint(double red, double green, double blue) {
    static final Tint NONE = new Tint(1, 1, 1);

    private static final int WHITE = 255;
    private static final double MAX_LIGHT = 0.2;
    private static final double MAX_COLOUR = 0.06;

    static Tint random(SplittableRandom random) {
        double light = 1 + Warp.symmetric(random, MAX_LIGHT);
        return new Tint(
                light + Warp.symmetric(random, MAX_COLOUR),
                light + Warp.symmetric(random, MAX_COLOUR),
                light + Warp.symmetric(random, MAX_COLOUR));
    }

    /**
     * @param colour red, green, blue, 0 to 255, changed in place
     */
    void apply(double[] colour) {
        colour[0] = tinted(colour[0], red);
        colour[1] = tinted(colour[1], green);
        colour[2] = tinted(colour[2], blue);
    }

    private static double tinted(double sample, double factor) {
        return Math.max(0, WHITE - factor * (WHITE - sample));
    }
}
