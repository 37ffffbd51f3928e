package dev.fruits.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Photographs as the network takes them: 32-bit floats, NCHW, RGB, −1 to 1; and their classes. */
final class Batch {
    private final FloatBuffer pixels;
    private final long[] labels;

    private Batch(int size, int side) {
        pixels = ByteBuffer.allocateDirect(size * Pixels.CHANNELS * side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        labels = new long[size];
    }

    /** The photographs as they are. */
    static Batch plain(List<LabelledPhotograph> photographs, int side) {
        Batch batch = new Batch(photographs.size(), side);
        for (int i = 0; i < photographs.size(); i++) {
            batch.put(i, photographs.get(i), side, Warp.NONE, Tint.NONE);
        }
        return batch;
    }

    /** The photographs warped and tinted; the same random numbers give the same batch. */
    static Batch augmented(List<LabelledPhotograph> photographs, int side, SplittableRandom random) {
        Batch batch = new Batch(photographs.size(), side);
        for (int i = 0; i < photographs.size(); i++) {
            batch.put(i, photographs.get(i), side, Warp.random(random, side), Tint.random(random));
        }
        return batch;
    }

    private void put(int index, LabelledPhotograph photograph, int side, Warp warp, Tint tint) {
        labels[index] = photograph.label();
        int plane = side * side;
        int start = index * Pixels.CHANNELS * plane;
        double[] colour = new double[Pixels.CHANNELS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                warp.sample(photograph.image(), x, y, colour);
                tint.apply(colour);
                int at = start + y * side + x;
                pixels.put(at, Pixels.normalised(colour[0]));
                pixels.put(at + plane, Pixels.normalised(colour[1]));
                pixels.put(at + 2 * plane, Pixels.normalised(colour[2]));
            }
        }
    }

    int size() {
        return labels.length;
    }

    /** Not to be written to. */
    FloatBuffer pixels() {
        return pixels.duplicate();
    }

    /** Index of the class of each photograph; not to be written to. */
    long[] labels() {
        return labels;
    }
}
