package dev.fruits.train;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Six layers: a 3 × 3 convolution, ReLU and 2 × 2 max pooling for each of {@code filters}; a dense layer of
 * {@code features} with ReLU; a dense layer of {@code classes}. Every layer but the last is batch-normalised while
 * training; an exported network has the normalisation folded into its weights.
 *
 * @param side of the square input, in pixels
 * @param filters of each convolution
 * @param inputPool side of the squares that are averaged before the first convolution; 1 for none
 * @param featurePool side of the squares that are averaged before the first dense layer; 1 for none
 * @param features the width of the first dense layer
 * @param classes the width of the second
 */
record Architecture(int side, int inputPool, List<Integer> filters, int featurePool, int features, int classes) {
    Architecture {
        filters = List.copyOf(filters);
        if (((side / inputPool) >> filters.size()) / featurePool < 1) {
            throw new IllegalArgumentException("side " + side + ": nothing is left of it after " + filters.size()
                    + " convolutions and the poolings");
        }
    }

    /**
     * 100 × 100 pixels to 256 features; 0.62 million weights for 131 classes. Averaged to 50 × 50 first, all that follows
     * costs a quarter.
     */
    static Architecture fruitnet(int classes) {
        return new Architecture(100, 2, List.of(32, 64, 96, 160), 1, 256, classes);
    }

    /** {@code 100 pixels by 2, filters [32, 64, 96, 160] by 1, 256 features, 131 classes}. */
    String text() {
        return side + " pixels by " + inputPool + ", filters " + filters + " by " + featurePool + ", " + features
                + " features, " + classes + " classes";
    }

    /** [images, 3, side, side]. */
    Shape input(long images) {
        return new Shape(images, Batch.CHANNELS, side, side);
    }
}
