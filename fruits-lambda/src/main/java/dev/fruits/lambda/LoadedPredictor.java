package dev.fruits.lambda;

import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.ImagePrediction;
import dev.fruits.core.predict.InputImage;
import dev.fruits.core.predict.PredictionFields;
import dev.fruits.core.predict.PredictionThreshold;
import dev.fruits.core.predict.Predictor;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.util.List;

/** CNN and classifier, loaded once and kept as long as the process lives. Safe for threads, one after the other. */
final class LoadedPredictor {
    /** The CNN that comes with the package. */
    private static final String MODEL = "fruitnet";

    private final Predictor predictor;
    private final PredictionThreshold threshold;

    private LoadedPredictor(Predictor predictor, PredictionThreshold threshold) {
        this.predictor = predictor;
        this.threshold = threshold;
    }

    /**
     * Loads both.
     *
     * @throws dev.fruits.core.WrongUseException if there is no classifier, or one of another CNN
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if the disk or the store fails
     */
    static LoadedPredictor load(Settings settings, FunctionEnvironment environment) throws IOException {
        FittedClassifier classifier = SavedClassifier.load(settings, environment.objects());
        FeatureExtractor cnn = environment.models().open(new ModelRequest(MODEL, settings.models()));
        return new LoadedPredictor(Predictor.open(settings.classifier(), classifier, cnn), settings.threshold());
    }

    synchronized ImagePrediction predict(InputImage image) {
        return predictor.predict(List.of(image)).get(0);
    }

    /** A JSON object, for {@link dev.fruits.core.json.Json}. */
    PredictionFields fields(ImagePrediction result) {
        return PredictionFields.of(result, threshold);
    }
}
