package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.evaluate.Trial;
import dev.fruits.cli.evaluate.TrialReport;
import dev.fruits.cli.evaluate.TrialSettings;
import dev.fruits.cli.evaluate.TrialText;
import dev.fruits.core.engine.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fruits evaluate}: what a CNN's features are worth. */
@Command(
        name = "evaluate",
        description = {
            "Learns to tell the labels of some photographs, and measures on others how well it does.",
            "The same features are judged by their nearest neighbours, too."
        },
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Written to --out: evaluation.json, evaluation.md, classes.csv, confusion.csv, identical.csv;",
            "classifier/ for 'fruits predict'; train/ and test/, the features, which a later evaluation of",
            "the same photographs by the same CNN uses again.",
            "",
            "Example",
            "  fruits evaluate --train photos/Training --test photos/Test --per-label 20 --out judged",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class EvaluateCommand implements Callable<Integer> {
    static final String GO_ON = "the same command goes on";

    private final Surroundings surroundings;
    private final Supplier<Adapters> adapters;

    @Mixin
    TrialOptions options = new TrialOptions();

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description =
                    "A name that 'fruits models' lists, or a model file. Default: " + Adapters.DEFAULT_MODEL + ".")
    @Nullable
    String model;

    @ArgGroup(heading = "%nComponents%n", order = 5)
    RunOptions.@Nullable Components components;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "fruits-evaluation",
            description = "Where the results go. Default: fruits-evaluation.")
    Path out = Path.of("fruits-evaluation");

    @Option(names = "--overwrite", description = "Replace the evaluation that is there already.")
    boolean overwrite;

    @Option(names = "--json", description = "Print evaluation.json on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    EvaluateCommand(Surroundings surroundings, Supplier<Adapters> adapters) {
        this.surroundings = surroundings;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            TrialReport report = evaluate();
            surroundings.out().print(json ? report.toJson() : TrialText.summary(report));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, surroundings.err(), verbose);
        }
    }

    private TrialReport evaluate() throws IOException {
        if (!overwrite) {
            TrialReport.requireNone(out);
        }
        return surroundings.watched(quiet, GO_ON, this::evaluate);
    }

    private TrialReport evaluate(ProgressListener listener) throws IOException {
        Adapters found = adapters.get();
        TrialSettings settings = options.settings(out, components, listener);
        String cnn = TrialOptions.model(model, found);
        Trial trial = new Trial(found, surroundings.clock());
        TrialReport report =
                trial.run(settings, found.extractor(cnn, ModelCache.of(surroundings.environment()), listener));
        report.save();
        return report;
    }
}
