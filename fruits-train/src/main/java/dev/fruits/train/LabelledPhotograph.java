package dev.fruits.train;

import dev.fruits.image.RgbImage;

/**
 * A photograph in memory.
 *
 * @param path below the source's root
 * @param label index of its class
 * @param image at the network's size
 */
record LabelledPhotograph(String path, int label, RgbImage image) {}
