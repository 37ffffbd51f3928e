package dev.fruits.lambda;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.predict.PredictionThreshold;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the function's environment says.
 *
 * @param classifier a folder, or {@code s3://bucket/prefix}
 * @param threshold which part of a prediction is shown
 * @param models the folder that weights, and a classifier from S3, are copied to
 */
record Settings(String classifier, PredictionThreshold threshold, Path models) {
    static final String CLASSIFIER = "FRUITS_CLASSIFIER";
    static final String THRESHOLD = "FRUITS_THRESHOLD";
    static final String MODELS = "FRUITS_MODELS";

    /**
     * Reads the variables.
     *
     * @throws WrongUseException if one is missing or not what it should be; the message names it and the remedy
     */
    static Settings of(Map<String, String> environment) {
        String classifier = environment.getOrDefault(CLASSIFIER, "");
        if (classifier.isBlank()) {
            throw new WrongUseException(CLASSIFIER + ": is not set; name the folder of a classifier, in the package or"
                    + " a layer (/opt/classifier), or s3://bucket/prefix");
        }
        String models = environment.getOrDefault(MODELS, "");
        return new Settings(
                classifier,
                new PredictionThreshold(threshold(environment.get(THRESHOLD)), PredictionThreshold.DEFAULT_TOP),
                Path.of(models.isEmpty() ? "/tmp" : models));
    }

    private static double threshold(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Prediction.DEFAULT_THRESHOLD;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new WrongUseException(THRESHOLD + " " + text + ": is no number; give one of 0 to 1", e);
        }
    }
}
