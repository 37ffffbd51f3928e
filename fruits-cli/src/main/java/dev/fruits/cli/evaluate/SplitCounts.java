package dev.fruits.cli.evaluate;

/**
 * Where the entries of a folder of photographs went.
 *
 * @param results photographs with features
 * @param rejected photographs without
 * @param ignored entries that are no photographs, or were not drawn
 * @param cnnRuns photographs that went through the CNN this time
 * @param imagesPerSecond through the CNN; 0 where that is not known
 */
public record SplitCounts(long results, long rejected, long ignored, long cnnRuns, double imagesPerSecond) {
    static SplitCounts of(StoredFeatures features) {
        return new SplitCounts(
                features.table().rowCount(),
                features.rejections().size(),
                features.listing().ignoredCount(),
                features.table().counts().cnnRuns(),
                features.imagesPerSecond());
    }
}
