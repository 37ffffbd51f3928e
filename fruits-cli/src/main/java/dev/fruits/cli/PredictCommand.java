package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.predict.AnswerFormat;
import dev.fruits.cli.predict.PhotoFiles;
import dev.fruits.cli.predict.PhotoReader;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.AnswerRule;
import dev.fruits.core.predict.Photo;
import dev.fruits.core.predict.Recognised;
import dev.fruits.core.predict.Recognition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits predict}: what is on photographs. */
@Command(
        name = "predict",
        description = {
            "Tells what is on photographs, with a classifier that 'fruits evaluate' saved.",
            "A photograph that cannot be used gets a line with the reason; the others go on."
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
            "Exit codes: 0 at least one photograph was answered, 1 none was or the run failed, 2 wrong use."
        })
final class PredictCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE|DIR",
            description = "Photographs, and folders whose images at any depth are meant.")
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
            description = "The CNN that the classifier learned from. Default: the one of that name.")
    @Nullable
    String model;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Below this probability of the best label the answer is 'not a fruit I know'. Default: 0.5.")
    double threshold = Prediction.DEFAULT_THRESHOLD;

    @Option(names = "--top", paramLabel = "N", description = "Name the N most likely labels. Default: 3.")
    int top = AnswerRule.DEFAULT_TOP;

    @ArgGroup
    @Nullable
    Format format;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    /** How answers are printed. */
    static final class Format {
        @Option(names = "--csv", description = "Print CSV: image, label, probability, known, top, error.")
        boolean csv;

        @Option(names = "--json-lines", description = "Print a JSON object for each photograph, a line each.")
        boolean jsonLines;

        AnswerFormat chosen() {
            return csv ? AnswerFormat.CSV : jsonLines ? AnswerFormat.JSON_LINES : AnswerFormat.TEXT;
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
            if (predicted(new AnswerRule(threshold, top)) > 0) {
                return 0;
            }
            context.err().println("fruits: images: none could be answered; give photographs or folders of them");
            return Failure.RUN_FAILED;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    /** Prints every answer and returns how many photographs were answered. */
    private long predicted(AnswerRule rule) throws IOException {
        Adapters found = adapters.get();
        FittedClassifier classifier = FittedClassifier.load(folder);
        List<Path> photos = PhotoFiles.of(given);
        AnswerFormat answers = format == null ? AnswerFormat.TEXT : format.chosen();
        long predicted = 0;
        FeatureExtractor extractor =
                context.watched(false, "the same command goes on", listener -> extractor(found, classifier, listener));
        try (Recognition recognition = Recognition.open(folder.toString(), classifier, extractor)) {
            context.out().print(answers.head());
            for (int begin = 0; begin < photos.size(); begin += ExtractionOptions.DEFAULT_BATCH) {
                int end = Math.min(photos.size(), begin + ExtractionOptions.DEFAULT_BATCH);
                List<Photo> batch = photos.subList(begin, end).stream()
                        .map(PhotoReader::read)
                        .toList();
                for (Recognised recognised : recognition.recognise(batch)) {
                    context.out().print(answers.line(recognised, rule));
                    predicted += recognised instanceof Recognised.Predicted ? 1 : 0;
                }
                context.out().flush();
            }
        }
        return predicted;
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
                    "classifier " + folder + ": learned from features of "
                            + classifier.model().fingerprint() + ", which is not at hand; pass --model FILE.onnx ("
                            + e.getMessage()
                            + ")",
                    e);
        }
    }
}
