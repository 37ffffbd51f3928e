package dev.fruits.cli.fake;

import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.PortableModel;
import java.util.List;
import java.util.Optional;

/** {@code fake-cnn}: three features, made of the path. */
public final class FakeModels implements ModelProvider {
    public static final String NAME = "fake-cnn";
    public static final String FILE = "fake-cnn.onnx";

    @Override
    public List<ModelListing> models() {
        return List.of(new ModelListing(
                NAME,
                3,
                2,
                1_234,
                "8x8",
                "MIT",
                "made by hand",
                new ModelListing.Weights(ModelListing.Kind.BROUGHT, List.of(FILE), 0)));
    }

    @Override
    public boolean handles(ModelRequest request) {
        return request.model().equals(NAME);
    }

    @Override
    public FeatureExtractor open(ModelRequest request) {
        return new Extractor();
    }

    @Override
    public Optional<PortableModel> portable(ModelRequest request) {
        return Optional.of(new PortableModel(
                request.cache().resolve(FILE), request.cache().resolve(PortableModel.cardName(FILE))));
    }

    private record Extractor() implements FeatureExtractor {
        @Override
        public ModelId model() {
            return new ModelId(NAME, "00", "none");
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
            return batch.stream()
                    .map(image -> ExtractionOutcome.of(
                            image.ref(), FeatureVector.of(image.ref().path().hashCode() % 100, image.size(), 1)))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
