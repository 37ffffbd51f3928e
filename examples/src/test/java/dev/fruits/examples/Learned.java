package dev.fruits.examples;

import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.NearestNeighbours;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.evaluate.ClassifiedImage;
import dev.fruits.core.evaluate.Evaluation;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.local.classify.TribuoClassifier;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What was learned from some features: the linear classifier as {@code fruits evaluate} fits it, and the neighbours. */
record Learned(TrainingSet training, FittedClassifier classifier) {
    private static final long SEED = 42;

    static Learned from(List<FeatureRow> rows, ModelId model) {
        TrainingSet set = TrainingSet.of(rows, new TrainingOrigin(new Location("Training"), model, Instant.EPOCH));
        return new Learned(set, TribuoClassifier.withSeed(SEED).fit(set));
    }

    List<ClassifiedImage> classified(List<FeatureRow> rows) {
        return images(rows, classifier.predict(classifier.model(), vectors(rows)));
    }

    Evaluation judged(List<FeatureRow> rows) {
        return Evaluation.of(classifier.labels(), classified(rows));
    }

    Evaluation nearest(List<FeatureRow> rows) {
        List<Prediction> votes = new NearestNeighbours(training)
                .search(vectors(rows), 1, Runtime.getRuntime().availableProcessors()).stream()
                        .map(neighbours -> neighbours.vote(1))
                        .toList();
        return Evaluation.of(classifier.labels(), images(rows, votes));
    }

    /** Share of the rows that {@code fruits predict} prints "unknown", in percent. */
    double unknown(List<FeatureRow> rows, double threshold) {
        long below = classified(rows).stream()
                .filter(image -> !image.prediction().isKnown(threshold))
                .count();
        return 100.0 * below / rows.size();
    }

    /** Share of the rows that get a label, and a wrong one, in percent. */
    double knownButWrong(List<FeatureRow> rows, double threshold) {
        long wrong = classified(rows).stream()
                .filter(image -> image.prediction().isKnown(threshold) && !image.isCorrect())
                .count();
        return 100.0 * wrong / rows.size();
    }

    private static List<FeatureVector> vectors(List<FeatureRow> rows) {
        return rows.stream().map(FeatureRow::vector).toList();
    }

    private static List<ClassifiedImage> images(List<FeatureRow> rows, List<Prediction> predictions) {
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i -> new ClassifiedImage(rows.get(i).path(), rows.get(i).label(), predictions.get(i)))
                .toList();
    }
}
