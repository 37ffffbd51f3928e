package dev.fruits.lambda;

import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.AnswerJson;
import dev.fruits.core.predict.AnswerRule;
import dev.fruits.core.predict.Photo;
import dev.fruits.core.predict.Recognised;
import dev.fruits.core.predict.Recognition;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** CNN and classifier, loaded once and kept as long as the process lives. Safe for threads, one after the other. */
final class Recogniser {
    /** The CNN that comes with the package. */
    private static final String MODEL = "fruitnet";

    private final Recognition recognition;
    private final AnswerRule rule;

    private Recogniser(Recognition recognition, AnswerRule rule) {
        this.recognition = recognition;
        this.rule = rule;
    }

    /**
     * Loads both.
     *
     * @throws dev.fruits.core.WrongUseException if there is no classifier, or one of another CNN
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if the disk or the store fails
     */
    static Recogniser load(Settings settings, Surroundings surroundings) throws IOException {
        FittedClassifier classifier = SavedClassifier.load(settings, surroundings.objects());
        FeatureExtractor cnn = surroundings.models().open(new ModelRequest(MODEL, settings.models()));
        return new Recogniser(Recognition.open(settings.classifier(), classifier, cnn), settings.rule());
    }

    synchronized Recognised recognise(Photo photo) {
        return recognition.recognise(List.of(photo)).get(0);
    }

    /** For {@link dev.fruits.core.json.Json}. */
    Map<String, Object> answer(Recognised recognised) {
        return AnswerJson.fields(recognised, rule);
    }
}
