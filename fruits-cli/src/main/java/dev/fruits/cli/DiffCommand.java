package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.DifferenceText;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.diff.RunComparison;
import dev.fruits.core.diff.RunDifference;
import dev.fruits.core.diff.Tolerances;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.List;

/** {@code fruits diff}: compares two runs. */
record DiffCommand(Invocation call) implements Command {
    private static final CommandOption<Double> FEATURES = CommandOption.of(
                    "features-tolerance", ValueType.NUMBER, "T", "Largest difference of features and their mean.")
            .byDefault("1e-6", Tolerances.DEFAULT::features);

    private static final CommandOption<Double> COMPONENTS = CommandOption.of(
                    "components-tolerance",
                    ValueType.NUMBER,
                    "T",
                    "Largest difference of reduced rows and principal components.")
            .byDefault("1e-4", Tolerances.DEFAULT::components);

    private static final CommandOption<Double> VARIANCES = CommandOption.of(
                    "variance-tolerance",
                    ValueType.NUMBER,
                    "T",
                    "Largest difference of explained variances, as a share of the largest variance.")
            .byDefault("1e-6", Tolerances.DEFAULT::variance);

    static final CommandHelp HELP = CommandHelp.of("diff", "Compares the results of two runs value by value.")
            .details("It compares images, labels, rejects, features, components, explained variance, projection and"
                    + " manifest. Rows are joined by path; their order, the number of files and the engine do not"
                    + " matter.")
            .argument("OUT1", "1", "Location of the results of the first run: a folder or a URL.")
            .argument("OUT2", "1", "Location of the results of the second run.")
            .options(FEATURES, COMPONENTS, VARIANCES)
            .options(StoreOptions.READ)
            .options(OutputOptions.printing("the comparison as JSON"))
            .footer("""
                        A difference of two vectors is relative to the largest magnitude in both, or to 1 if that is
                        smaller: 1e-6 allows 0.00001 between vectors whose largest number is 10. Components are compared
                        without regard to their sign. Components whose variances differ by less than a thousandth are
                        compared together if they differ one by one. Times, host, engine, batch and locations may
                        differ in the manifests.

                        At most 256 MiB of vectors are in memory; larger tables are read several times.

                        Exit codes: 0 equal within the tolerances, 1 different or not comparable, 2 wrong use.
                        """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        RunDifference difference =
                call.watched(EvaluateCommand.RESUME, listener -> compare(call.arguments(), options, listener));
        call.print(call.json() ? difference.toJson() : DifferenceText.of(difference));
        return difference.isWithin() ? 0 : Failure.RUN_FAILED;
    }

    private RunDifference compare(List<String> runs, OptionValues options, ProgressListener listener)
            throws IOException {
        Tolerances tolerances = new Tolerances(
                options.orDefault(FEATURES), options.orDefault(COMPONENTS), options.orDefault(VARIANCES));
        RunComparison comparison = new RunComparison(tolerances, listener);
        Adapters all = call.adapters();
        Adapters found = all.on(all.defaultEngine(), StoreOptions.settings(options));
        RunResults one = found.finishedRun(new Location(runs.get(0)));
        return comparison.between(one, found.finishedRun(new Location(runs.get(1))));
    }
}
