package dev.fruits.cli;

import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.EvaluationComposition;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationBuilder;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.EvaluationRun;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.local.classify.TribuoClassifier;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The options of the commands that train a classifier on some images and test it on others. */
final class EvaluationOptions {
    static final CommandOption<String> TRAIN = CommandOption.of(
                    "train",
                    ValueType.LOCATION,
                    "DIR|URL",
                    "Training images: a folder that holds one folder per label, or s3://bucket/prefix.")
            .required()
            .group(RunOptions.IMAGES.group());

    static final CommandOption<String> TEST = CommandOption.of(
                    "test", ValueType.LOCATION, "DIR|URL", "Test images, in folders of the same labels.")
            .required()
            .group(RunOptions.IMAGES.group());

    static final CommandOption<Double> THRESHOLD = CommandOption.of(
                    "threshold",
                    ValueType.NUMBER,
                    "T",
                    "Also report the share of predictions with at least this probability, and their accuracy.")
            .byDefault(Prediction.DEFAULT_THRESHOLD)
            .group("Classifier");

    /** The images, the draw, the classifier and the use of the machine. */
    static final List<CommandOption<?>> ALL = List.of(
            TRAIN,
            TEST,
            RunOptions.PER_LABEL.help("Draw N images of each label from both."),
            RunOptions.SEED.help("Seed of the draw and of the classifier."),
            RunOptions.BATCH,
            RunOptions.THREADS,
            THRESHOLD);

    private EvaluationOptions() {}

    /** Evaluates a CNN on these images and saves the report. */
    static EvaluationReport run(
            Invocation call,
            OptionValues options,
            EvaluationComposition composition,
            FeatureExtractor extractor,
            ProgressListener listener)
            throws IOException {
        long seed = options.orDefault(RunOptions.SEED);
        Integer perLabel = options.get(RunOptions.PER_LABEL);
        EvaluationBuilder evaluation = EvaluationRun.builder(
                        composition.training(location(options, TRAIN)),
                        composition.test(location(options, TEST)),
                        extractor,
                        TribuoClassifier.withSeed(seed))
                .threshold(options.orDefault(THRESHOLD))
                .batch(options.orDefault(RunOptions.BATCH))
                .listener(listener)
                .clock(call.context().clock());
        if (perLabel != null) {
            evaluation.select(new PerLabelSample(perLabel, seed)::applyTo);
        }
        if (options.has(RunOptions.PCA) || options.has(RunOptions.VARIANCE)) {
            evaluation.reduce(composition.reducer(RunOptions.components(options)));
        }
        return composition.run(evaluation, options.orDefault(RunOptions.THREADS));
    }

    static Location location(OptionValues options, CommandOption<String> required) {
        return new Location(Objects.requireNonNull(options.get(required)));
    }

    /** The given model, or the default model if it is available. */
    static String model(OptionValues options, Adapters adapters) {
        String given = options.get(RunOptions.MODEL);
        return given != null
                ? given
                : adapters.defaultModel()
                        .orElseThrow(() -> new WrongUseException(
                                "model: not given; pass --model NAME or FILE (./fruits models lists names)"));
    }
}
