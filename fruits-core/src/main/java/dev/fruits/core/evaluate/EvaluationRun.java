package dev.fruits.core.evaluate;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.NearestNeighbours;
import dev.fruits.core.classify.Neighbours;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.run.PipelineBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains a classifier on the features of the training images and measures it on the test images. Created by
 * {@link #builder}; runs once. Features go through two {@link Pipeline}s without a reducer, which keep them for the
 * next evaluation; one feature vector per image is in memory.
 */
public final class EvaluationRun {
    private static final List<Integer> VOTERS = List.of(1, 5);
    private static final double VARIANCE = 0.95;

    private final EvaluationBuilder parts;

    EvaluationRun(EvaluationBuilder parts) {
        this.parts = parts;
    }

    /**
     * Starts an evaluation.
     *
     * @param training the images that the classifier is trained on
     * @param test the images that the classifier is measured on
     * @param extractor the CNN that computes the features
     * @param classifier the classifier that is trained
     */
    public static EvaluationBuilder builder(
            EvaluationImages training, EvaluationImages test, FeatureExtractor extractor, Classifier classifier) {
        return new EvaluationBuilder(training, test, extractor, classifier);
    }

    private record Trained(FittedClassifier classifier, TrainingSet set, int componentsFor95) {}

    private record Extracted<T>(ImageCounts counts, ImageListing listing, T features) {}

    private interface TableUse<T> {
        T apply(FeatureTable features) throws IOException;
    }

    /** As {@link #runOn(Engine, Engine)} with one engine, whose work folder must not be resumed. */
    public EvaluationReport runOn(Engine engine) throws IOException {
        return runOn(engine, engine);
    }

    /**
     * Extracts features, trains and measures. The engines stay open; only features are written.
     *
     * @param training extracts the features of the training images; its table is closed before the test images
     * @param test extracts the features of the test images
     * @throws dev.fruits.core.WrongUseException if the images or a setting cannot be used
     * @throws dev.fruits.core.RunFailedException if the CNN or the classifier fails
     * @throws IOException if reading or writing fails
     */
    public EvaluationReport runOn(Engine training, Engine test) throws IOException {
        Extracted<Trained> trained = extract(parts.training, "training images", training, this::train);
        Extracted<List<FeatureRow>> tested = extract(parts.test, "test images", test, EvaluationRun::rows);
        FittedClassifier classifier = trained.features().classifier();
        TrainingSet set = trained.features().set();
        List<FeatureRow> rows = tested.features();
        List<ClassifiedImage> images = classified(rows, classifier.predict(parts.extractor.model(), vectors(rows)));
        return new EvaluationReport(
                classifier,
                Evaluation.of(classifier.labels(), images),
                ThresholdScore.of(parts.threshold, classifier.labels(), images),
                neighbours(set, rows),
                set.projection().map(PcaProjection::outputDimension).orElse(null),
                trained.features().componentsFor95(),
                IdenticalImages.between(
                        parts.training.source(), trained.listing(), parts.test.source(), tested.listing()),
                trained.counts(),
                tested.counts());
    }

    private <T> Extracted<T> extract(EvaluationImages images, String name, Engine engine, TableUse<T> use)
            throws IOException {
        FeatureOrigin kept = FeatureOrigin.of(images.kept().manifest().orElse(""));
        boolean same = images.given() == EarlierFeatures.NONE && kept.isOf(images.source(), parts.extractor);
        ProgressListener listener = parts.listener;
        PipelineBuilder pipeline = Pipeline.builder(images.source(), parts.extractor, images.features())
                .select(parts.selection)
                .batch(parts.batch)
                .listener((step, done, total) -> listener.progress(step + ", " + name, done, total))
                .clock(parts.clock)
                .options(Map.of(
                        FeatureOrigin.IMAGES,
                        FeatureOrigin.absolute(images.source().location())));
        return (same ? pipeline.update(images.kept()) : pipeline.reuse(images.given()))
                .build()
                .runOn(
                        engine,
                        (report, listing, features) -> new Extracted<>(
                                ImageCounts.of(report, same ? kept : FeatureOrigin.UNKNOWN),
                                listing,
                                use.apply(features)));
    }

    private Trained train(FeatureTable features) throws IOException {
        TrainingOrigin origin =
                new TrainingOrigin(parts.training.source().location(), parts.extractor.model(), parts.clock.instant());
        TrainingSet set = TrainingSet.of(rows(features), origin);
        PcaProjection components = parts.reducer == null
                ? PcaFit.of(features, ComponentChoice.variance(VARIANCE), parts.solver())
                : pca(parts.reducer, features);
        TrainingSet used = parts.reducer == null ? set : set.reducedBy(components);
        return new Trained(
                parts.classifier.fit(used), used, components.explainedVariance().componentsFor(VARIANCE));
    }

    private static PcaProjection pca(Reducer reducer, FeatureTable features) throws IOException {
        if (reducer.fit(features) instanceof PcaProjection pca) {
            return pca;
        }
        throw new WrongUseException("reducer " + reducer.name()
                + ": a classifier is saved with principal components; use a reducer that fits them");
    }

    private static List<FeatureRow> rows(FeatureTable features) throws IOException {
        try (Stream<FeatureRow> rows = features.rows()) {
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

    /** Evaluations of the nearest neighbours by the number that vote, never more than there are training images. */
    private SortedMap<Integer, Evaluation> neighbours(TrainingSet set, List<FeatureRow> rows) {
        List<Integer> votes =
                VOTERS.stream().filter(k -> k <= set.rows().size()).toList();
        List<FeatureVector> queries =
                set.projection().map(pca -> pca.apply(vectors(rows))).orElseGet(() -> vectors(rows));
        List<Neighbours> nearest =
                new NearestNeighbours(set).search(queries, votes.get(votes.size() - 1), parts.threads);
        SortedMap<Integer, Evaluation> evaluations = new TreeMap<>();
        for (int k : votes) {
            List<Prediction> predictions =
                    nearest.stream().map(neighbours -> neighbours.vote(k)).toList();
            evaluations.put(k, Evaluation.of(set.labels(), classified(rows, predictions)));
        }
        return evaluations;
    }
}
