package dev.fruits.train;

/**
 * What one epoch came to. The training figures are means over the epoch's augmented batches while the weights change;
 * the held-back ones are measured after it, on untouched images. Held-back figures are 0 where nothing is held back.
 *
 * @param epoch from 1
 * @param trainingLoss cross-entropy with smoothed labels
 * @param trainingAccuracy 0 to 1
 * @param heldBackLoss cross-entropy with smoothed labels
 * @param heldBackAccuracy 0 to 1
 * @param learningRate at the epoch's end
 * @param seconds wall clock, held-back part included
 */
public record EpochFigures(
        int epoch,
        double trainingLoss,
        double trainingAccuracy,
        double heldBackLoss,
        double heldBackAccuracy,
        double learningRate,
        double seconds) {}
