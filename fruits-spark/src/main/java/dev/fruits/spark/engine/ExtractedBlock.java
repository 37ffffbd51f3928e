package dev.fruits.spark.engine;

import dev.fruits.core.image.Rejection;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Features and rejections of neighbouring images. Plain fields, so that every serializer can write it. */
final class ExtractedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FeatureBlock features;
    /** Null if there is none, as nearly always. */
    private final @Nullable JavaSerialized<List<Rejection>> rejections;

    private final int cnnRuns;
    private final int reused;

    /**
     * A block.
     *
     * @param cnnRuns number of images that the CNN processed
     * @param reused number of rows of an earlier run
     */
    ExtractedBlock(FeatureBlock features, List<Rejection> rejections, int cnnRuns, int reused) {
        this.features = features;
        this.rejections = rejections.isEmpty() ? null : JavaSerialized.of(List.copyOf(rejections));
        this.cnnRuns = cnnRuns;
        this.reused = reused;
    }

    FeatureBlock features() {
        return features;
    }

    List<Rejection> rejections() {
        return rejections == null ? List.of() : rejections.value();
    }

    int cnnRuns() {
        return cnnRuns;
    }

    int reused() {
        return reused;
    }
}
