package dev.fruits.emr.plan;

import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of a run whose images and CNN nothing may read. */
final class NoInputs implements RunInputs {
    @Override
    public void requireResidency(String region, Map<String, Location> locations) {
        throw new AssertionError(locations);
    }

    @Override
    public ImageSource images() {
        throw new AssertionError("images");
    }

    @Override
    public List<ImageRef> selected(ImageSource source) {
        throw new AssertionError(source);
    }

    @Override
    public FeatureExtractor extractor(ProgressListener listener) {
        throw new AssertionError("extractor");
    }

    @Override
    public Optional<PortableModel> portable(ProgressListener listener) {
        throw new AssertionError("portable");
    }
}
