package dev.fruits.core.predict;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;

/**
 * Which part of a prediction is shown.
 *
 * @param threshold below this probability of the best label the class of the image is unknown; 0 to 1
 * @param top number of the most likely labels that are shown; at least 1
 */
public record PredictionThreshold(double threshold, int top) {
    public static final int DEFAULT_TOP = 3;

    public static final PredictionThreshold DEFAULT =
            new PredictionThreshold(Prediction.DEFAULT_THRESHOLD, DEFAULT_TOP);

    public PredictionThreshold {
        Prediction.requireThreshold(threshold);
        if (top < 1) {
            throw new WrongUseException("top " + top + ": must be at least 1");
        }
    }
}
