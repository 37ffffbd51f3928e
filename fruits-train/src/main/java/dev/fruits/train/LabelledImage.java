package dev.fruits.train;

import dev.fruits.image.RgbImage;

/**
 * An image in memory.
 *
 * @param path below the source's root
 * @param label index of its class
 * @param pixels at the network's size
 */
record LabelledImage(String path, int label, RgbImage pixels) {}
