package dev.fruits.local.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import java.util.List;

/** Behaves like {@link ByteFeatures} until it meets one path; then the system fails, as a kill would end it. */
record FailsAt(String path) implements FeatureExtractor {
    private static final ByteFeatures HEALTHY = new ByteFeatures(6, "none");

    @Override
    public ModelId model() {
        return HEALTHY.model();
    }

    @Override
    public int dimension() {
        return HEALTHY.dimension();
    }

    @Override
    public ExtractionSession openSession() {
        ExtractionSession healthy = HEALTHY.openSession();
        return new ExtractionSession() {
            @Override
            public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
                if (batch.stream().anyMatch(image -> image.ref().path().equals(path))) {
                    throw new RunFailedException("killed");
                }
                return healthy.extract(batch);
            }

            @Override
            public void close() {
                healthy.close();
            }
        };
    }
}
