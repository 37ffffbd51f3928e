package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.DifferenceText;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.diff.RunComparison;
import dev.fruits.core.diff.RunDifference;
import dev.fruits.core.diff.Tolerances;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits diff}: whether two runs are equal, and where they are not. */
@Command(
        name = "diff",
        description = {
            "Compares two finished runs value by value: images, labels, rejects, features, components,",
            "explained variance, projection and manifest. Rows are joined by path, in whatever order or",
            "number of files they are, whichever engine wrote them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "A difference of two vectors is measured against the largest magnitude in both, or against 1",
            "where that is smaller: 1e-6 allows 0.00001 between vectors whose largest number is 10.",
            "Components are compared with their signs turned where they point the other way; neighbours whose",
            "variances differ by less than a thousandth are compared together where singly they differ.",
            "Times, host, engine, batch and places may differ in the manifests.",
            "",
            "Memory: at most 256 MiB of vectors are held; larger tables are read several times.",
            "",
            "Exit codes: 0 equal within the tolerances, 1 they differ or could not be compared, 2 wrong use."
        })
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Supplier<Adapters> adapters;

    @Parameters(index = "0", paramLabel = "OUT1", description = "Where the first run's results are: a folder or a URL.")
    String first = "";

    @Parameters(index = "1", paramLabel = "OUT2", description = "Where the second run's results are.")
    String second = "";

    @Option(
            names = "--features-tolerance",
            paramLabel = "T",
            description = "How far features and their mean may differ. Default: 1e-6.")
    double features = Tolerances.DEFAULT.features();

    @Option(
            names = "--components-tolerance",
            paramLabel = "T",
            description = "How far reduced rows and principal components may differ. Default: 1e-4.")
    double components = Tolerances.DEFAULT.components();

    @Option(
            names = "--variance-tolerance",
            paramLabel = "T",
            description = "How far explained variances may differ, as a share of the largest. Default: 1e-6.")
    double variance = Tolerances.DEFAULT.variance();

    @Option(names = "--json", description = "Print the comparison as JSON on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    @ArgGroup(validate = false, order = 1, heading = "%nObject stores%n")
    StoreReadOptions store = new StoreReadOptions();

    DiffCommand(Surroundings surroundings, Supplier<Adapters> adapters) {
        this.surroundings = surroundings;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            RunDifference difference = surroundings.watched(quiet, EvaluateCommand.GO_ON, this::compare);
            surroundings.out().print(json ? difference.toJson() : DifferenceText.of(difference));
            return difference.isWithin() ? 0 : Failure.RUN_FAILED;
        } catch (Throwable thrown) {
            return Failure.report(thrown, surroundings.err(), verbose);
        }
    }

    private RunDifference compare(ProgressListener listener) throws IOException {
        RunComparison comparison = new RunComparison(new Tolerances(features, components, variance), listener);
        Adapters all = adapters.get();
        Adapters found = all.on(all.defaultEngine(), store.settings());
        RunResults one = found.finishedRun(new Location(first));
        return comparison.between(one, found.finishedRun(new Location(second)));
    }
}
