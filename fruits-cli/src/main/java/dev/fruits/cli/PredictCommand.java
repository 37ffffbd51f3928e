package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.PredictionFormat;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.Prediction;
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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits predict}: predicts the labels of images. */
@Command(
        name = "predict",
        description = {
            "Predicts the labels of images with a classifier that 'fruits evaluate' saved.",
            "A bad image gets a line with the reason; the other images are classified."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Example",
            "  fruits predict --classifier judged/classifier holiday.jpg market/",
            "",
            "Exit codes: 0 at least one image was classified, 1 no image was or the run failed, 2 wrong use."
        })
final class PredictCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE|DIR",
            description = "Images, and folders whose images at any depth are classified.")
    List<Path> given = List.of();

    @Option(
            names = "--classifier",
            required = true,
            paramLabel = "DIR",
            description = "The folder 'classifier' that 'fruits evaluate' wrote.")
    Path folder = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description = "The CNN whose features the classifier was trained on. Default: the CNN of that name.")
    @Nullable
    String model;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Below this probability of the best label the class is unknown. Default: 0.5.")
    double threshold = Prediction.DEFAULT_THRESHOLD;

    @Option(names = "--top", paramLabel = "N", description = "Show the N most likely labels. Default: 3.")
    int top = PredictionThreshold.DEFAULT_TOP;

    @ArgGroup
    @Nullable
    Format format;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    /** The output format. */
    static final class Format {
        @Option(names = "--csv", description = "Print CSV: image, label, probability, known, top, error.")
        boolean csv;

        @Option(names = "--json-lines", description = "Print a JSON object for each image, one per line.")
        boolean jsonLines;

        PredictionFormat chosen() {
            return csv ? PredictionFormat.CSV : jsonLines ? PredictionFormat.JSON_LINES : PredictionFormat.TEXT;
        }
    }

    PredictCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            if (predict(new PredictionThreshold(threshold, top)) > 0) {
                return 0;
            }
            context.err().println("fruits: images: no image could be classified; give images or folders of images");
            return Failure.RUN_FAILED;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    /** Prints the result of every image and returns the number of classified images. */
    private long predict(PredictionThreshold shown) throws IOException {
        Adapters found = adapters.get();
        FittedClassifier classifier = FittedClassifier.load(folder);
        PredictionFormat lines = format == null ? PredictionFormat.TEXT : format.chosen();
        FeatureExtractor extractor =
                context.watched(false, "the same command resumes", listener -> extractor(found, classifier, listener));
        try (Predictor predictor = Predictor.open(folder.toString(), classifier, extractor)) {
            context.out().print(lines.head());
            return predictor.predict(given.stream().flatMap(PredictCommand::images), result -> {
                context.out().print(lines.line(result, shown));
                context.out().flush();
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

    private FeatureExtractor extractor(Adapters found, FittedClassifier classifier, ProgressListener listener)
            throws IOException {
        ModelCache cache = ModelCache.of(context.environment());
        if (model != null) {
            return found.extractor(model, cache, listener);
        }
        try {
            return found.extractor(classifier.model().name(), cache, listener);
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
