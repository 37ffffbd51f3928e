package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.image.Location;
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
