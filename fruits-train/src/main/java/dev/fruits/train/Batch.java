package dev.fruits.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Images as the network takes them: 32-bit floats, NCHW, RGB, −1 to 1; and their classes. */
final class Batch {
    static final int CHANNELS = 3;

    /** Mean and divisor of the model card: samples of 0 to 255 become −1 to 1. */
    static final double MIDDLE = 127.5;

    private final FloatBuffer pixels;
    private final long[] labels;

    private Batch(int size, int side) {
        pixels = ByteBuffer.allocateDirect(size * CHANNELS * side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        labels = new long[size];
    }

    /** The images as they are. */
    static Batch plain(List<LabelledImage> images, int side) {
        Batch batch = new Batch(images.size(), side);
        for (int i = 0; i < images.size(); i++) {
            batch.put(i, images.get(i), side, Warp.NONE, Tint.NONE);
        }
        return batch;
    }

    /** The images warped and tinted; the same random numbers give the same batch. */
    static Batch augmented(List<LabelledImage> images, int side, SplittableRandom random) {
        Batch batch = new Batch(images.size(), side);
        for (int i = 0; i < images.size(); i++) {
            batch.put(i, images.get(i), side, Warp.random(random, side), Tint.random(random));
        }
        return batch;
    }

    private void put(int index, LabelledImage image, int side, Warp warp, Tint tint) {
        labels[index] = image.label();
        int plane = side * side;
        int start = index * CHANNELS * plane;
        double[] colour = new double[CHANNELS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                warp.sample(image.pixels(), x, y, colour);
                tint.apply(colour);
                int at = start + y * side + x;
                pixels.put(at, normalised(colour[0]));
                pixels.put(at + plane, normalised(colour[1]));
                pixels.put(at + 2 * plane, normalised(colour[2]));
            }
        }
    }

    private static float normalised(double sample) {
        return (float) ((sample - MIDDLE) / MIDDLE);
    }

    int size() {
        return labels.length;
    }

    /** Not to be written to. */
    FloatBuffer pixels() {
        return pixels.duplicate();
    }

    /** Index of the class of each image; not to be written to. */
    long[] labels() {
        return labels;
    }
}
