package dev.fruits.core.predict;

import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one image as a JSON object, for {@link dev.fruits.core.json.Json}: either {@code error} is null, or all
 * fields between {@code image} and it are.
 *
 * @param image name of the image
 * @param label the best label
 * @param probability of the best label, 0 to 1
 * @param known whether the probability reaches the threshold
 * @param top the most likely labels
 * @param error stage and reason of the rejection
 */
public record PredictionFields(
        String image,
        @Nullable String label,
        @Nullable Double probability,
        @Nullable Boolean known,
        @Nullable List<LabelProbability> top,
        @Nullable String error) {
    /** The fields of a result. */
    public static PredictionFields of(ImagePrediction result, PredictionThreshold threshold) {
        if (result instanceof ImagePrediction.Classified classified) {
            Prediction prediction = classified.prediction();
            return new PredictionFields(
                    result.image(),
                    prediction.best().label(),
                    prediction.best().probability(),
                    prediction.isKnown(threshold.threshold()),
                    prediction.top(threshold.top()),
                    null);
        }
        return rejected(result.image(), ((ImagePrediction.Rejected) result).reason());
    }

    /** The fields of an image without a prediction. */
    public static PredictionFields rejected(String image, String error) {
        return new PredictionFields(image, null, null, null, null, error);
    }
}
