package dev.fruits.core.evaluate;

import dev.fruits.core.run.RunReport;

/**
 * Counts of the training images or the test images of an evaluation.
 *
 * @param images location of the images
 * @param results images with features
 * @param rejected images without features
 * @param ignored entries that are not images, or were not drawn
 * @param cnnRuns images that the CNN computed features of; the others were reused
 * @param imagesPerSecond throughput of the CNN, in an earlier evaluation if all features were reused; 0 if unknown
 */
public record ImageCounts(
        String images, long results, long rejected, long ignored, long cnnRuns, double imagesPerSecond) {
    static ImageCounts of(RunReport report, FeatureOrigin earlier) {
        return new ImageCounts(
                report.source().text(),
                report.ledger().results(),
                report.ledger().rejected(),
                report.ledger().ignoredCount(),
                report.counts().cnnRuns(),
                report.counts().cnnRuns() == 0 ? earlier.imagesPerSecond() : report.imagesPerSecond());
    }
}
