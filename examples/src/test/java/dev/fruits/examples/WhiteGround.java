package dev.fruits.examples;

import dev.fruits.image.RgbImage;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The white ground of a photograph: its near-white pixels that hang together with the border. */
final class WhiteGround {
    /** Every channel of a pixel of the ground is at least this light, 0 to 255. */
    private static final int NEAR_WHITE = 225;

    private final RgbImage image;
    private final BitSet ground = new BitSet();

    private WhiteGround(RgbImage image) {
        this.image = image;
    }

    static WhiteGround of(RgbImage image) {
        WhiteGround found = new WhiteGround(image);
        found.flood();
        return found;
    }

    private void flood() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int x = 0; x < image.width(); x++) {
            reach(x, 0, open);
            reach(x, image.height() - 1, open);
        }
        for (int y = 0; y < image.height(); y++) {
            reach(0, y, open);
            reach(image.width() - 1, y, open);
        }
        while (!open.isEmpty()) {
            int pixel = open.pop();
            int x = pixel % image.width();
            int y = pixel / image.width();
            reach(x - 1, y, open);
            reach(x + 1, y, open);
            reach(x, y - 1, open);
            reach(x, y + 1, open);
        }
    }

    private void reach(int x, int y, Deque<Integer> open) {
        if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
            return;
        }
        int pixel = y * image.width() + x;
        if (!ground.get(pixel) && isNearWhite(image.rgb(x, y))) {
            ground.set(pixel);
            open.push(pixel);
        }
    }

    private static boolean isNearWhite(int rgb) {
        return (rgb >> 16 & 0xff) >= NEAR_WHITE && (rgb >> 8 & 0xff) >= NEAR_WHITE && (rgb & 0xff) >= NEAR_WHITE;
    }

    /** The photograph before another backdrop of the same size; the fruit's outermost pixels are mixed with it. */
    BufferedImage replacedBy(BufferedImage backdrop) {
        BufferedImage replaced = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                replaced.setRGB(x, y, mixed(image.rgb(x, y), backdrop.getRGB(x, y), share(x, y)));
            }
        }
        return replaced;
    }

    /** Share of the ground among a pixel and its neighbours, 0 to 1; the ground itself is gone for good. */
    private double share(int x, int y) {
        if (ground.get(y * image.width() + x)) {
            return 1;
        }
        int count = 0;
        int all = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(image.height() - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(image.width() - 1, x + 1); u++) {
                count += ground.get(v * image.width() + u) ? 1 : 0;
                all++;
            }
        }
        return (double) count / all;
    }

    private static int mixed(int fruit, int backdrop, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = (fruit >> shift & 0xff) * (1 - share) + (backdrop >> shift & 0xff) * share;
            rgb |= (int) Math.round(channel) << shift;
        }
        return rgb;
    }
}
