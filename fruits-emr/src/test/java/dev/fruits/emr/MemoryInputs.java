package dev.fruits.emr;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.RunInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Six images in memory; notes what is asked, in order. */
final class MemoryInputs implements RunInputs {
    final List<String> asked = new ArrayList<>();
    private final @Nullable PortableModel portable;

    MemoryInputs(@Nullable PortableModel portable) {
        this.portable = portable;
    }

    @Override
    public void requireResidency(String region, Map<String, Location> locations) {
        asked.add("residency " + region + " " + locations);
    }

    @Override
    public ImageSource images() {
        asked.add("images");
        return new MemoryImages(1, 6, 0);
    }

    @Override
    public List<ImageRef> selected(ImageSource source) throws IOException {
        return source.list().images();
    }

    @Override
    public FeatureExtractor extractor(ProgressListener listener) {
        asked.add("extractor");
        return new ByteFeatures(4, "no such label");
    }

    @Override
    public Optional<PortableModel> portable(ProgressListener listener) {
        return Optional.ofNullable(portable);
    }
}
