package dev.fruits.cli.fake;

import static dev.fruits.core.spi.ModelListing.Kind.BUNDLED;

import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code tint-cnn} and {@code shade-cnn}: the features are the file's three bytes; a file of other length is rejected. */
public final class TintModels implements ModelProvider {
    public static final String NAME = "tint-cnn";
    public static final String OTHER = "shade-cnn";
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** How many images went through any of these models so far. */
    public static int runs() {
        return RUNS.get();
    }

    @Override
    public List<ModelListing> models() {
        return List.of(new ModelListing(
                NAME, 3, 7, 1_024, "1x1", "MIT", "three bytes", new ModelListing.Weights(BUNDLED, List.of(), 0)));
    }

    @Override
    public boolean handles(ModelRequest request) {
        return List.of(NAME, OTHER).contains(request.model());
    }

    @Override
    public FeatureExtractor open(ModelRequest request) {
        return new Extractor(request.model());
    }

    private record Extractor(String name) implements FeatureExtractor {
        @Override
        public ModelId model() {
            return new ModelId(name, "11", "none");
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public ExtractionSession openSession() {
            return new Session();
        }
    }

    private static final class Session implements ExtractionSession {
        @Override
        public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
            return batch.stream().map(Session::outcome).toList();
        }

        private static ExtractionOutcome outcome(EncodedImage image) {
            RUNS.incrementAndGet();
            if (image.size() != 3) {
                return ExtractionOutcome.of(
                        new Rejection(image.ref().path(), image.ref().label(), Stage.DECODE, "not three bytes"));
            }
            return ExtractionOutcome.of(
                    image.ref(), FeatureVector.of(image.byteAt(0), image.byteAt(1), image.byteAt(2)));
        }

        @Override
        public void close() {}
    }
}
