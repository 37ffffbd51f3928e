package dev.fruits.train;

/**
 * Where the entries of a folder of images went: what was listed is the sum of all but {@code classes}.
 *
 * @param classes of the network
 * @param training images to learn from
 * @param heldBack images that only watch
 * @param rejected images that could not be read
 * @param ignored entries that are no images
 */
public record TrainingCounts(int classes, int training, int heldBack, int rejected, long ignored) {}
