package dev.fruits.spark.engine;

import dev.fruits.core.image.Rejection;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of neighbouring images. Plain fields, so that every serializer takes it. */
final class ExtractedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FeatureBlock features;
    /** Null where there is none, as nearly always. */
    private final @Nullable JavaSerialized<List<Rejection>> rejections;

    private final int cnnRuns;
    private final int reused;

    /**
     * A block.
     *
     * @param cnnRuns images that went through the CNN
     * @param reused rows of an earlier run
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
