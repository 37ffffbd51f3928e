package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.nio.file.Path;

/** {@code fruits evaluate}: measures what the features of a CNN are worth. */
record EvaluateCommand(Invocation call) implements Command {
    static final String RESUME = "the same command resumes";

    private static final CommandOption<String> OUT = CommandOption.of(
                    "out", ValueType.LOCATION, "DIR", "Folder of the results.")
            .byDefault("fruits-evaluation")
            .group(RunOptions.OUT.group());

    static final CommandHelp HELP = CommandHelp.of(
                    "evaluate", "Trains a classifier on the features of training images and tests it on test images.")
            .details("It also classifies the test images by their nearest neighbours.")
            .options(EvaluationOptions.ALL)
            .options(
                    RunOptions.MODEL,
                    RunOptions.PCA.help("Train the classifier on K components instead of the features."),
                    RunOptions.VARIANCE
                            .help("Train the classifier on components that explain this share of the variance.")
                            .otherwise(""),
                    OUT,
                    RunOptions.OVERWRITE.help("Replace an earlier evaluation."))
            .options(OutputOptions.printing("evaluation.json"))
            .footer("""
                    Files in --out
                      evaluation.json, evaluation.md   the measured figures
                      classes.csv, confusion.csv       the figures of each label
                      identical.csv                    images that are in both folders
                      classifier/                      the classifier, for './fruits predict'
                      train/, test/                    the features, which a later evaluation reuses

                    Example
                      ./fruits evaluate --train photos/Training --test photos/Test --per-label 20

                    Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 interrupted by Ctrl-C.
                    """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        Path out = Path.of(options.orDefault(OUT));
        if (!options.is(RunOptions.OVERWRITE)) {
            EvaluationReport.requireNone(out);
        }
        EvaluationReport report = call.watched(RESUME, listener -> evaluate(options, out, listener));
        call.print(call.json() ? report.toJson() : EvaluationText.summary(report, out));
        return 0;
    }

    private EvaluationReport evaluate(OptionValues options, Path out, ProgressListener listener) throws IOException {
        Adapters found = call.adapters();
        String model = EvaluationOptions.model(options, found);
        FeatureExtractor extractor = found.extractor(model, call.modelCache(), listener);
        return new EvaluationComposition(found, call.context().clock(), out, EarlierFeatures.NONE)
                .run(options, extractor, listener);
    }
}
