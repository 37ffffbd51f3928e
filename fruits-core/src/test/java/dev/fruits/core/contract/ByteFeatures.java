package dev.fruits.core.contract;

import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An extractor without a CNN: features are drawn from a generator whose seed is the image's bytes. Images whose path
 * contains {@code bad} are rejected. It counts how often it ran on an image, over all sessions of this JVM.
 */
public record ByteFeatures(int dimension, String bad) implements FeatureExtractor {
    private static final AtomicLong RUNS = new AtomicLong();

    /** Images that went through any extractor of this type since {@link #resetRuns()}. */
    public static long runs() {
        return RUNS.get();
    }

    public static void resetRuns() {
        RUNS.set(0);
    }

    @Override
    public ModelId model() {
        return new ModelId("byte_features", "0".repeat(64), "d" + dimension + bad);
    }

    @Override
    public ExtractionSession openSession() {
        return new ExtractionSession() {
            @Override
            public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
                return batch.stream().map(ByteFeatures.this::outcome).toList();
            }

            @Override
            public void close() {}
        };
    }

    private ExtractionOutcome outcome(EncodedImage image) {
        ImageRef ref = image.ref();
        if (ref.path().contains(bad)) {
            return ExtractionOutcome.of(new Rejection(ref.path(), ref.label(), Stage.DECODE, "not an image"));
        }
        RUNS.incrementAndGet();
        return ExtractionOutcome.of(ref, features(image));
    }

    private FeatureVector features(EncodedImage image) {
        long seed = 17;
        for (int i = 0; i < image.size(); i++) {
            seed = seed * 31 + image.byteAt(i);
        }
        Random random = new Random(seed);
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) (random.nextGaussian() / (i + 1) + i);
        }
        return FeatureVector.of(values);
    }
}
