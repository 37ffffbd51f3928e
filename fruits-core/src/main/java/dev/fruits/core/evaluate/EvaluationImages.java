package dev.fruits.core.evaluate;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.sink.ResultSink;

/**
 * The training images or the test images of an evaluation.
 *
 * @param source labelled images
 * @param features destination of their features
 * @param kept what an earlier evaluation left at that destination: reused if it is of the same source and model
 * @param given features of these images from elsewhere, reused instead of {@code kept}
 */
public record EvaluationImages(ImageSource source, ResultSink features, EarlierFeatures kept, EarlierFeatures given) {
    /** Extracts the features of every image. */
    public static EvaluationImages of(ImageSource source, ResultSink features) {
        return new EvaluationImages(source, features, EarlierFeatures.NONE, EarlierFeatures.NONE);
    }
}
