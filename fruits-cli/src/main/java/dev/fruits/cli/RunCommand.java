package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.Composition;
import dev.fruits.cli.compose.EarlierRun;
import dev.fruits.cli.compose.FollowComposition;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.compose.PipelineFile;
import dev.fruits.cli.compose.RunRequest;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.FollowText;
import dev.fruits.cli.console.HostReports;
import dev.fruits.cli.console.Summary;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits run}: from images to results. */
@Command(
        name = "run",
        description = "Extracts the features of labelled images, fits principal components and writes both.",
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Pipeline file",
            "  source:  { images: photos/Test, per-label: 10, seed: 42 }",
            "  extract: { model: mobilenet_v2, batch: 16, threads: 4 }",
            "  reduce:  { pca: { variance: 0.95 } }        # or { components: 200 }",
            "  sink:    { parquet: $${OUT:-results} }       # environment variables are put in",
            "  engine:  local",
            "",
            "Examples",
            "  fruits run --images photos --model mobilenet_v2 --per-label 10 --variance 0.9 --out out",
            "  fruits run pipeline.yaml --out out2 --json",
            "  fruits run pipeline.yaml --resume           go on after Ctrl-C",
            "  fruits run pipeline.yaml --doctor           can every machine do it?",
            "",
            "Relative paths, in options and in the file, start at the current folder.",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class RunCommand implements Callable<Integer> {
    private static final String GO_ON = "the same command with --resume goes on";

    private final Surroundings surroundings;
    private final Supplier<Adapters> adapters;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PIPELINE.yaml",
            description = "A pipeline file, or its URL where Spark runs. Options come before what it says.")
    @Nullable
    String file;

    @Mixin
    RunOptions options = new RunOptions();

    @ArgGroup(validate = false, order = 6, heading = "%nA folder that keeps receiving images%n")
    FollowOptions follow = new FollowOptions();

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description =
                    "Local folder for what --resume needs. Default: .work in a local --out, else a temporary folder.")
    @Nullable
    Path workFolder;

    @Option(names = "--json", description = "Print the run's manifest as JSON on standard output, nothing else.")
    boolean json;

    @Option(
            names = "--doctor",
            description = "Run nothing; try every machine that would work: does it reach the images, load the CNN and"
                    + " run a picture? Exit code 1 if one does not.")
    boolean doctor;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    RunCommand(Surroundings surroundings, Supplier<Adapters> adapters) {
        this.surroundings = surroundings;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            return follow.wanted() ? shown(followed()) : doctor ? examined() : shown(ran());
        } catch (Throwable thrown) {
            return Failure.report(thrown, surroundings.err(), verbose);
        }
    }

    private int shown(String text) {
        surroundings.out().print(text);
        return 0;
    }

    private String ran() throws IOException {
        RunReport report = run();
        return json ? Manifest.of(report) : Summary.of(report);
    }

    private String followed() throws IOException {
        requireNothingFitted();
        Location projection = follow.projection();
        FollowComposition composition =
                new FollowComposition(adapters.get(), ModelCache.of(surroundings.environment()));
        RunRequest engine = RunRequest.NOTHING.onEngine(composition.engine());
        RunSettings settings = RunSettings.of(
                options.request().orElse(engine).orElse(request()).orElse(defaults()), EarlierRun.REFUSED, workFolder);
        FollowTotals totals = surroundings.watched(
                true,
                "the same command goes on",
                none -> composition.run(settings, projection, follow.once, this::tell));
        return json ? FollowText.json(totals) : FollowText.totals(totals) + System.lineSeparator();
    }

    private void tell(long batch, RunReport report) {
        if (!quiet) {
            surroundings.err().println(FollowText.batch(batch, report));
        }
    }

    /** What the pipeline file says of these is left to ordinary runs. */
    private void requireNothingFitted() {
        RunRequest asked = options.request();
        if (asked.perLabel() != null || asked.choice() != null || asked.reducer() != null || options.earlier != null) {
            throw new WrongUseException(
                    "follow: takes every image, the components of --projection, and goes on where it"
                            + " ended; leave out --per-label, --pca, --variance, --reducer, --resume and --overwrite");
        }
    }

    private RunReport run() throws IOException {
        RunSettings settings = settings();
        Composition composition = composition();
        return surroundings.watched(quiet, GO_ON, listener -> composition.run(settings, listener));
    }

    private int examined() throws IOException {
        RunSettings settings = settings();
        Composition composition = composition();
        List<HostReport> hosts =
                surroundings.watched(quiet, EvaluateCommand.GO_ON, listener -> composition.doctor(settings, listener));
        surroundings.out().print(json ? HostReports.json(hosts) : HostReports.text(hosts));
        return hosts.stream().allMatch(HostReport::isFit) ? 0 : Failure.RUN_FAILED;
    }

    private RunSettings settings() throws IOException {
        return RunSettings.of(request().orElse(defaults()), options.earlierRun(), workFolder);
    }

    private Composition composition() {
        return new Composition(adapters.get(), ModelCache.of(surroundings.environment()), surroundings.clock());
    }

    /** The CNN that comes with the product, where it does, and the engine of the host. */
    private RunRequest defaults() {
        String model = adapters.get().defaultModel().orElse(null);
        return RunRequest.NOTHING.withModel(model).onEngine(adapters.get().defaultEngine());
    }

    private RunRequest request() throws IOException {
        RunRequest asked = options.request();
        return file == null
                ? asked
                : asked.orElse(PipelineFile.read(file, asked, adapters.get(), surroundings.environment())
                        .request());
    }
}
