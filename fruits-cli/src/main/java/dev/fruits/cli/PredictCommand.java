package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.PredictionFormat;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.InputImage;
import dev.fruits.core.predict.PredictionThreshold;
import dev.fruits.core.predict.Predictor;
import dev.fruits.local.image.LocalImageSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code fruits predict}: predicts the labels of images. */
record PredictCommand(Invocation call) implements Command {
    private static final CommandOption<String> CLASSIFIER = CommandOption.of(
                    "classifier", ValueType.LOCATION, "DIR", "The folder 'classifier' that './fruits evaluate' wrote.")
            .required();

    private static final CommandOption<Integer> TOP = CommandOption.of(
                    "top", ValueType.INTEGER, "N", "Show the N most likely labels.")
            .byDefault(PredictionThreshold.DEFAULT_TOP);

    private static final CommandOption<Boolean> CSV = CommandOption.flag(
                    "csv", "Print CSV: image, label, probability, known, top, error.")
            .slot("format")
            .group(OutputOptions.JSON.group());

    private static final CommandOption<Boolean> JSON_LINES = CommandOption.flag(
                    "json-lines", "Print a JSON object for each image, one per line.")
            .slot(CSV.slot())
            .group(OutputOptions.JSON.group());

    static final CommandHelp HELP = CommandHelp.of(
                    "predict", "Predicts the labels of images with a classifier that './fruits evaluate' saved.")
            .details("A bad image gets a line with the reason; the other images are classified.")
            .argument("IMAGE|DIR", "1..*", "Images, and folders whose images at any depth are classified.")
            .options(
                    CLASSIFIER,
                    RunOptions.MODEL
                            .help("The CNN whose features the classifier was trained on: a name or a model file.")
                            .otherwise("the CNN that the classifier names")
                            .group(""),
                    EvaluationOptions.THRESHOLD
                            .help("The label is unknown below this probability of the most likely label.")
                            .group(""),
                    TOP,
                    CSV,
                    JSON_LINES,
                    OutputOptions.VERBOSE)
            .footer("""
                    Example
                      ./fruits predict --classifier fruits-evaluation/classifier holiday.jpg market/

                    Exit codes: 0 at least one image was classified, 1 no image was or the run failed, 2 wrong use.
                    """);

    @Override
    public int run() throws IOException {
        if (predict(call.options(), call.arguments()) > 0) {
            return 0;
        }
        call.context().err().println("fruits: images: no image could be classified; give images or folders of images");
        return Failure.RUN_FAILED;
    }

    /** Prints the result of every image and returns the number of classified images. */
    private long predict(OptionValues options, List<String> images) throws IOException {
        PredictionThreshold shown =
                new PredictionThreshold(options.orDefault(EvaluationOptions.THRESHOLD), options.orDefault(TOP));
        PredictionFormat lines = options.is(CSV)
                ? PredictionFormat.CSV
                : options.is(JSON_LINES) ? PredictionFormat.JSON_LINES : PredictionFormat.TEXT;
        Path folder = Path.of(Objects.requireNonNull(options.get(CLASSIFIER)));
        FittedClassifier classifier = FittedClassifier.load(folder);
        FeatureExtractor extractor = call.context()
                .watched(
                        false,
                        EvaluateCommand.RESUME,
                        listener -> extractor(options.get(RunOptions.MODEL), folder, classifier, listener));
        try (Predictor predictor = Predictor.open(folder.toString(), classifier, extractor)) {
            call.print(lines.head());
            return predictor.predict(images.stream().map(Path::of).flatMap(PredictCommand::images), result -> {
                call.print(lines.line(result, shown));
                call.context().out().flush();
            });
        }
    }

    /** A file is an image whatever its name; of a folder, the images below it. */
    private static Stream<InputImage> images(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(InputImage.read(path));
        }
        try {
            return InputImage.in(LocalImageSource.unlabelled(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FeatureExtractor extractor(
            @Nullable String model, Path folder, FittedClassifier classifier, ProgressListener listener)
            throws IOException {
        Adapters found = call.adapters();
        if (model != null) {
            return found.extractor(model, call.modelCache(), listener);
        }
        try {
            return found.extractor(classifier.model().name(), call.modelCache(), listener);
        } catch (WrongUseException e) {
            throw new WrongUseException(
                    "classifier " + folder + ": was trained on features of "
                            + classifier.model().fingerprint() + ", which is not available; pass --model FILE.onnx ("
                            + e.getMessage()
                            + ")",
                    e);
        }
    }
}
