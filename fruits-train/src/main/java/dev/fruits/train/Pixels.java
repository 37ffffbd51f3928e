package dev.fruits.train;

/** The network's view of samples: 0 to 255 become −1 to 1. */
final class Pixels {
    static final int CHANNELS = 3;

    /** Mean and divisor of the model card. */
    static final double MIDDLE = 127.5;

    static final int WHITE = 255;

    private Pixels() {}

    static float normalised(double sample) {
        return (float) ((sample - MIDDLE) / MIDDLE);
    }
}
