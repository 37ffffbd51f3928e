package dev.fruits.cli.evaluate;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.core.classify.ClassifiedImage;
import dev.fruits.core.classify.Distance;
import dev.fruits.core.classify.Evaluation;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.IdenticalImages;
import dev.fruits.core.classify.NearestNeighbours;
import dev.fruits.core.classify.Neighbours;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.local.classify.TribuoClassifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Learns labels from some photographs and measures on others how well they are told. */
public final class Trial {
    private static final List<Integer> VOTERS = List.of(1, 5);

    private final Adapters adapters;
    private final InstantSource clock;

    public Trial(Adapters adapters, InstantSource clock) {
        this.adapters = adapters;
        this.clock = clock;
    }

    /**
     * Extracts, learns and measures; only features are written.
     *
     * @throws dev.fruits.core.WrongUseException if the photographs or a setting cannot be used
     * @throws dev.fruits.core.RunFailedException if the CNN or the classifier fails
     * @throws IOException if reading or writing fails
     */
    public TrialReport run(TrialSettings settings, FeatureExtractor extractor) throws IOException {
        try (StoredFeatures training =
                        features(settings, settings.training(), "train", "training photographs", extractor);
                StoredFeatures test = features(settings, settings.test(), "test", "test photographs", extractor)) {
            TrainingOrigin origin =
                    new TrainingOrigin(settings.training().images(), extractor.model(), clock.instant());
            TrainingSet set = TrainingSet.of(training.table(), origin);
            PcaProjection components = components(settings, training);
            TrainingSet learned = settings.choice() == null ? set : set.reducedBy(components);
            FittedClassifier classifier =
                    TribuoClassifier.withSeed(settings.seed()).fit(learned);
            List<FeatureRow> rows = rows(test);
            List<ClassifiedImage> images = classified(rows, classifier.predict(extractor.model(), vectors(rows)));
            return new TrialReport(
                    settings,
                    classifier,
                    TrialReport.Known.of(images, classifier.labels(), settings.threshold()),
                    Evaluation.of(classifier.labels(), images),
                    neighbours(learned, rows, settings.extraction().threads()),
                    settings.choice() == null ? null : components.outputDimension(),
                    components.explainedVariance().componentsFor(RunSettings.DEFAULT_VARIANCE),
                    IdenticalImages.between(training.source(), training.listing(), test.source(), test.listing()),
                    SplitCounts.of(training),
                    SplitCounts.of(test));
        }
    }

    private StoredFeatures features(
            TrialSettings settings, TrialSettings.Split split, String folder, String name, FeatureExtractor extractor)
            throws IOException {
        Extraction extraction = settings.extraction().announcedFor(name);
        return new FeatureStore(adapters, extractor, extraction, clock)
                .of(split.images(), settings.folder().resolve(folder), split.earlier());
    }

    private PcaProjection components(TrialSettings settings, StoredFeatures training) throws IOException {
        @Nullable ComponentChoice asked = settings.choice();
        ComponentChoice choice = asked == null ? ComponentChoice.variance(RunSettings.DEFAULT_VARIANCE) : asked;
        return adapters.reducer(null, settings.extraction().engine())
                .open(choice)
                .fit(training.table());
    }

    private static List<FeatureRow> rows(StoredFeatures features) throws IOException {
        try (Stream<FeatureRow> rows = features.table().rows()) {
            return rows.toList();
        }
    }

    private static List<FeatureVector> vectors(List<FeatureRow> rows) {
        return rows.stream().map(FeatureRow::vector).toList();
    }

    private static List<ClassifiedImage> classified(List<FeatureRow> rows, List<Prediction> predictions) {
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i -> new ClassifiedImage(rows.get(i).path(), rows.get(i).label(), predictions.get(i)))
                .toList();
    }

    /** How well the nearest do, by how many of them vote; more than there are training images never do. */
    private static SortedMap<Integer, Evaluation> neighbours(TrainingSet learned, List<FeatureRow> rows, int threads) {
        List<Integer> votes =
                VOTERS.stream().filter(k -> k <= learned.rows().size()).toList();
        int most = votes.get(votes.size() - 1);
        List<FeatureVector> queries =
                learned.projection().map(pca -> pca.apply(vectors(rows))).orElseGet(() -> vectors(rows));
        List<Neighbours> nearest =
                NearestNeighbours.of(learned, Distance.COSINE).search(queries, most, threads);
        SortedMap<Integer, Evaluation> evaluations = new TreeMap<>();
        for (int k : votes) {
            List<Prediction> predictions =
                    nearest.stream().map(neighbours -> neighbours.vote(k)).toList();
            evaluations.put(k, Evaluation.of(learned.labels(), classified(rows, predictions)));
        }
        return evaluations;
    }
}
