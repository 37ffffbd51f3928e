package dev.fruits.cli.fake;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code fake}: one image after the other, all in memory. */
public final class FakeEngines implements EngineProvider {
    public static final String NAME = "fake";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new InMemory(settings);
    }

    private record InMemory(EngineSettings settings) implements Engine {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Map<String, String> description() {
            return Map.of("threads", Integer.toString(settings.threads()));
        }

        @Override
        public FeatureTable extract(
                ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
                throws IOException {
            List<FeatureRow> rows = new ArrayList<>();
            List<Rejection> rejections = new ArrayList<>();
            try (ImageReader reader = source.openReader();
                    ExtractionSession session = extractor.openSession()) {
                for (ImageRef ref : listing.images()) {
                    EncodedImage image = reader.read(ref);
                    session.extract(List.of(image)).get(0).deliver(rows::add, rejections::add);
                    options.listener()
                            .progress(
                                    "Extract features",
                                    rows.size(),
                                    listing.images().size());
                }
            } catch (ImageRejectedException e) {
                rejections.add(e.rejection());
            }
            return new FakeTable(extractor.dimension(), rows, rejections);
        }

        @Override
        public void close() {}
    }
}
