package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.EvaluationComposition;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationBuilder;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.EvaluationRun;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.local.classify.TribuoClassifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that train a classifier on some images and test it on others. */
final class EvaluationOptions {
    @Option(
            names = "--train",
            required = true,
            paramLabel = "DIR|URL",
            description = "Training images: a folder that holds one folder per label.")
    String train = "";

    @Option(
            names = "--test",
            required = true,
            paramLabel = "DIR|URL",
            description = "Test images, in folders of the same labels.")
    String test = "";

    @Option(
            names = "--per-label",
            paramLabel = "N",
            description = "Draw N images of each label from both. Default: all.")
    @Nullable
    Integer perLabel;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of that draw and of the training. Default: 42.")
    long seed = RunOptions.DEFAULT_SEED;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Also report the share of predictions with at least this probability, and their"
                    + " accuracy. Default: 0.5.")
    double threshold = Prediction.DEFAULT_THRESHOLD;

    @Option(names = "--batch", paramLabel = "N", description = "Images per call of the CNN, 1 to 1024. Default: 16.")
    int batch = ExtractionOptions.DEFAULT_BATCH;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of images processed at once. Default: one per processor.")
    @Nullable
    Integer threads;

    /** The evaluation of these images by a CNN, with its features below {@code out}. */
    EvaluationReport run(
            EvaluationComposition composition,
            FeatureExtractor extractor,
            @Nullable ComponentChoice choice,
            ProgressListener listener,
            InstantSource clock)
            throws IOException {
        EvaluationBuilder evaluation = EvaluationRun.builder()
                .train(composition.training(new Location(train)))
                .test(composition.test(new Location(test)))
                .extract(extractor)
                .classify(TribuoClassifier.withSeed(seed))
                .threshold(threshold)
                .batch(batch)
                .listener(listener)
                .clock(clock);
        if (perLabel != null) {
            evaluation.select(new PerLabelSample(perLabel, seed)::applyTo);
        }
        if (choice != null) {
            evaluation.reduce(composition.reducer(choice));
        }
        return composition.run(
                evaluation,
                Objects.requireNonNullElse(threads, Runtime.getRuntime().availableProcessors()));
    }

    /** The requested model, or the default model if it is available. */
    static String model(@Nullable String asked, Adapters adapters) {
        return asked != null
                ? asked
                : adapters.defaultModel()
                        .orElseThrow(() -> new WrongUseException(
                                "model: none given; pass --model NAME or FILE (fruits models lists names)"));
    }
}
