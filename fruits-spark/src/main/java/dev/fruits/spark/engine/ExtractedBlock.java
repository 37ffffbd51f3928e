package dev.fruits.spark.engine;

import java.io.Serializable;

/** Features and counts of neighbouring images. Plain fields, so that every serializer can write it. */
final class ExtractedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FeatureBlock features;
    private final JavaSerialized<ExtractedCounts> counts;

    ExtractedBlock(FeatureBlock features, ExtractedCounts counts) {
        this.features = features;
        this.counts = JavaSerialized.of(counts);
    }

    FeatureBlock features() {
        return features;
    }

    ExtractedCounts counts() {
        return counts.value();
    }
}
