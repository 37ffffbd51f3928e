package dev.fruits.train;

import dev.fruits.image.RgbImage;
import java.util.SplittableRandom;

/**
 * From a pixel of the result to a place in the image, both counted from the middle:
 * {@code (xx·x + xy·y + shiftX, yx·x + yy·y + shiftY)}.
 */
record Warp(double xx, double xy, double yx, double yy, double shiftX, double shiftY) {
    static final Warp NONE = new Warp(1, 0, 0, 1, 0, 0);

    private static final double MAX_TURN = Math.toRadians(30);
    private static final double MAX_SCALE = 1.2;
    private static final double MAX_ASPECT = 1.2;
    private static final double MAX_SHIFT = 0.08;

    /**
     * Stretched along one axis, as a fruit looks when it turns towards the camera; turned, scaled, moved; mirrored or
     * not.
     */
    static Warp random(SplittableRandom random, int side) {
        double turn = symmetric(random, MAX_TURN);
        double scale = Math.pow(MAX_SCALE, symmetric(random, 1));
        double aspect = Math.pow(MAX_ASPECT, symmetric(random, 1));
        double stretchX = (random.nextBoolean() ? scale : -scale) * aspect;
        double stretchY = (random.nextBoolean() ? scale : -scale) / aspect;
        return new Warp(
                stretchX * Math.cos(turn),
                -stretchX * Math.sin(turn),
                stretchY * Math.sin(turn),
                stretchY * Math.cos(turn),
                symmetric(random, MAX_SHIFT * side),
                symmetric(random, MAX_SHIFT * side));
    }

    /** Evenly drawn from −limit to limit. */
    static double symmetric(SplittableRandom random, double limit) {
        return limit * (2 * random.nextDouble() - 1);
    }

    /**
     * Colours at (x, y) of the result, each of the four neighbours in the image weighted by its nearness; white
     * outside, as the ground of the images is.
     *
     * @param colour red, green, blue, 0 to 255, are put here
     */
    void sample(RgbImage image, int x, int y, double[] colour) {
        double middleX = (image.width() - 1) / 2.0;
        double middleY = (image.height() - 1) / 2.0;
        double fromX = middleX + xx * (x - middleX) + xy * (y - middleY) + shiftX;
        double fromY = middleY + yx * (x - middleX) + yy * (y - middleY) + shiftY;
        int left = (int) Math.floor(fromX);
        int top = (int) Math.floor(fromY);
        double right = fromX - left;
        double down = fromY - top;
        colour[0] = colour[1] = colour[2] = 0;
        add(image, left, top, (1 - right) * (1 - down), colour);
        add(image, left + 1, top, right * (1 - down), colour);
        add(image, left, top + 1, (1 - right) * down, colour);
        add(image, left + 1, top + 1, right * down, colour);
    }

    private static void add(RgbImage image, int x, int y, double weight, double[] colour) {
        boolean isInside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
        int rgb = isInside ? image.rgb(x, y) : 0xffffff;
        colour[0] += weight * (rgb >> 16);
        colour[1] += weight * ((rgb >> 8) & 0xff);
        colour[2] += weight * (rgb & 0xff);
    }
}
