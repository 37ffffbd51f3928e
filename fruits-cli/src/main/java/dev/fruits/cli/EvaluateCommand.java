package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.EvaluationComposition;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fruits evaluate}: trains a classifier and measures it. */
@Command(
        name = "evaluate",
        description = {
            "Trains a classifier on the features of some images and measures it on others.",
            "The nearest neighbours of the same features are measured, too."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Written to --out: evaluation.json, evaluation.md, classes.csv, confusion.csv, identical.csv;",
            "classifier/ for 'fruits predict'; train/ and test/, the features, which a later evaluation of",
            "the same images by the same CNN reuses.",
            "",
            "Example",
            "  fruits evaluate --train photos/Training --test photos/Test --per-label 20 --out judged",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class EvaluateCommand implements Callable<Integer> {
    static final String GO_ON = "the same command resumes";

    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Mixin
    EvaluationOptions options = new EvaluationOptions();

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description =
                    "A name that 'fruits models' lists, or a model file. Default: " + RunOptions.DEFAULT_MODEL + ".")
    @Nullable
    String model;

    @ArgGroup(heading = "%nComponents%n", order = 5)
    @Nullable
    Components components;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "fruits-evaluation",
            description = "Folder of the results. Default: fruits-evaluation.")
    Path out = Path.of("fruits-evaluation");

    @Option(names = "--overwrite", description = "Replace an earlier evaluation.")
    boolean overwrite;

    @Option(names = "--json", description = "Print evaluation.json on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    EvaluateCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            EvaluationReport report = evaluate();
            context.out().print(json ? report.toJson() : EvaluationText.summary(report, out));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    private EvaluationReport evaluate() throws IOException {
        if (!overwrite) {
            EvaluationReport.requireNone(out);
        }
        return context.watched(quiet, GO_ON, this::evaluate);
    }

    private EvaluationReport evaluate(ProgressListener listener) throws IOException {
        Adapters found = adapters.get();
        FeatureExtractor extractor =
                found.extractor(EvaluationOptions.model(model, found), ModelCache.of(context.environment()), listener);
        EvaluationReport report = options.run(
                new EvaluationComposition(found, out),
                extractor,
                components == null ? null : components.choice(),
                listener,
                context.clock());
        report.save(out, new Document("evaluation.md", EvaluationText.markdown(report)));
        return report;
    }
}
