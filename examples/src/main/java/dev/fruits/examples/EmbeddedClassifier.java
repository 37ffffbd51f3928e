package dev.fruits.examples;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.evaluate.EvaluationImages;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.EvaluationRun;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.ImagePrediction;
import dev.fruits.core.predict.InputImage;
import dev.fruits.core.predict.Predictor;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.djl.DjlModelProvider;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.local.classify.TribuoClassifier;
import dev.fruits.local.engine.LocalEngine;
import dev.fruits.local.image.LocalImageSource;
import dev.fruits.local.store.LocalResultStore;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A classifier in a Java program: evaluate and save it, then predict the labels of images. */
public final class EmbeddedClassifier {
    private EmbeddedClassifier() {}

    /**
     * Trains on some images, measures on others and saves the classifier to {@code out/classifier}.
     *
     * @param training a folder with one sub-folder per class
     * @param test a folder with sub-folders of the same names
     * @param out folder of the results; must not hold features yet
     */
    public static EvaluationReport evaluate(Path training, Path test, FeatureExtractor cnn, Path out)
            throws IOException {
        try (Engine engine = LocalEngine.open(EngineSettings.in(out.resolve(".work")))) {
            EvaluationReport report = EvaluationRun.builder(
                            EvaluationImages.of(LocalImageSource.of(training), features(out, "train")),
                            EvaluationImages.of(LocalImageSource.of(test), features(out, "test")),
                            cnn,
                            TribuoClassifier.withSeed(42))
                    .decompose(new BlockedEigenSolver(1))
                    .build()
                    .runOn(engine);
            report.save(out);
            return report;
        }
    }

    private static ParquetSink features(Path out, String name) {
        return ParquetSink.into(LocalResultStore.in(out.resolve(name)));
    }

    /**
     * Predicts the labels of all images of a folder with a saved classifier.
     *
     * @param listener is called with the result of each image
     * @return the number of images that were classified
     */
    public static long predict(Path classifier, FeatureExtractor cnn, Path folder, Consumer<ImagePrediction> listener)
            throws IOException {
        try (Predictor predictor = Predictor.open(classifier, cnn);
                Stream<InputImage> images = InputImage.in(LocalImageSource.unlabelled(folder))) {
            return predictor.predict(images, listener);
        }
    }

    /** Takes the folders of training images, test images, results and images to predict. */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[2]);
        FeatureExtractor cnn = new DjlModelProvider().open(new ModelRequest("fruitnet", out.resolve("models")));
        EvaluationReport report = evaluate(Path.of(args[0]), Path.of(args[1]), cnn, out);
        System.out.printf("accuracy %.4f%n", report.evaluation().accuracy());
        predict(out.resolve("classifier"), cnn, Path.of(args[3]), System.out::println);
    }
}
