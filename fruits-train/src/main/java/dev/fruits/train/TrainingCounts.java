package dev.fruits.train;

/**
 * Where the entries of a folder of photographs went: what was listed is the sum of all but {@code classes}.
 *
 * @param classes of the network
 * @param training photographs to learn from
 * @param heldBack photographs that only watch
 * @param rejected photographs that could not be read
 * @param ignored entries that are no photographs
 */
public record TrainingCounts(int classes, int training, int heldBack, int rejected, long ignored) {}
