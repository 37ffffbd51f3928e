package dev.fruits.cli.fake;

import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.image.ImageDecoder;
import dev.fruits.image.RgbImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code light-cnn}: the features are the mean red, green and blue of a photograph. */
public final class LightModels implements ModelProvider {
    public static final String NAME = "light-cnn";
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** How many photographs gave features so far. */
    public static int runs() {
        return RUNS.get();
    }

    @Override
    public List<ModelListing> models() {
        return List.of();
    }

    @Override
    public boolean handles(ModelRequest request) {
        return request.model().equals(NAME);
    }

    @Override
    public FeatureExtractor open(ModelRequest request) {
        return new Extractor();
    }

    private record Extractor() implements FeatureExtractor {
        @Override
        public ModelId model() {
            return new ModelId(NAME, "22", "none");
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
        private final ImageDecoder decoder = new ImageDecoder();

        @Override
        public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
            return batch.stream().map(this::outcome).toList();
        }

        private ExtractionOutcome outcome(EncodedImage image) {
            try {
                FeatureVector light = light(decoder.decode(image));
                RUNS.incrementAndGet();
                return ExtractionOutcome.of(image.ref(), light);
            } catch (ImageRejectedException e) {
                return ExtractionOutcome.of(e.rejection());
            }
        }

        private static FeatureVector light(RgbImage image) {
            float[] sums = new float[3];
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    int rgb = image.rgb(x, y);
                    sums[0] += rgb >> 16 & 0xff;
                    sums[1] += rgb >> 8 & 0xff;
                    sums[2] += rgb & 0xff;
                }
            }
            int pixels = image.width() * image.height();
            return FeatureVector.of(sums[0] / pixels, sums[1] / pixels, sums[2] / pixels);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
