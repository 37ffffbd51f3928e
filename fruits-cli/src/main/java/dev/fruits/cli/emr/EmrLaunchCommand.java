package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.Interruption;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.PipelineRequest;
import dev.fruits.cli.compose.ResidencyCheck;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.Progress;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.Emr;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.RunState;
import dev.fruits.emr.plan.RunWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits emr launch}: runs a pipeline on Amazon EMR. */
@Command(
        name = "launch",
        description = {
            "Runs a pipeline on a cluster of Amazon EMR that ends by itself; this costs money.",
            "Brings jar, model and pipeline file to S3, makes the cluster, follows it and brings the report back. It",
            "costs from the moment that the cluster is made; the estimate is printed before. A run is known by its",
            "--name: launched again while it is alive, it is attached to; when it ended well, it is refused."
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
            "Examples",
            "  fruits emr launch pipeline.yaml --name apples --region eu-west-3 --nodes 2 --budget 2.50",
            "  fruits emr launch pipeline.yaml --name apples --detach      then: fruits emr status apples",
            "  fruits emr launch pipeline.yaml --name apples --stop-on-interrupt",
            "",
            "Exit codes: 0 done, 1 the run failed or was stopped, 2 wrong use, or above --budget, 130 stopped by Ctrl-C."
        })
final class EmrLaunchCommand implements Callable<Integer> {
    /** Set by the launcher. */
    private static final String JAR = "FRUITS_EMR_JAR";

    private static final int LOG_LINES = 20;

    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Parameters(index = "0", paramLabel = "PIPELINE.yaml", description = "A pipeline file whose images are on S3.")
    String file = "";

    @Option(names = "--jar", paramLabel = "FILE", description = "The program. Default: the launcher builds it.")
    @Nullable
    Path jar;

    @Option(names = "--overwrite", description = "Run again what ended well, and replace its results.")
    boolean overwrite;

    @Option(names = "--detach", description = "Do not wait for the end; 'emr status' tells how far it is.")
    boolean detach;

    @Option(names = "--stop-on-interrupt", description = "Ctrl-C ends the cluster too.")
    boolean stopOnInterrupt;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the report comes to. Default: emr-NAME.")
    @Nullable
    Path report;

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Mixin
    EmrAccess access = new EmrAccess();

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    EmrLaunchCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            return launched();
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), access.verbose);
        }
    }

    private int launched() throws IOException {
        OptionValues request = PipelineRequest.of(file, access.store.values(), adapters.get(), context.environment());
        PlannedRun planned = planned(request);
        Launch launch =
                new LaunchComposition(planned.cluster(), request, program(), planned.portable()).launch(overwrite);
        StoreSettings store = dev.fruits.cli.option.StoreOptions.settings(request)
                .inRegion(launch.spec().region());
        ResidencyCheck.onClassPath(Residency.of(request.orDefault(dev.fruits.cli.option.StoreOptions.RESIDENCY)), store)
                .require(launch.spec(), request.get(RunOptions.MODEL));
        try (ClusterRuns runs = access.runs(store)) {
            return watched(runs, launch, store);
        }
    }

    /** The plan, after its estimate was shown and found to be within the budget. */
    private PlannedRun planned(OptionValues request) throws IOException {
        RunSettings settings = RunSettings.of(request);
        ClusterPlanning planning = new ClusterPlanning(
                adapters.get(), Emr.planner(context.environment()), context.environment(), Calibration::threadNanos);
        PlannedRun run = context.watched(
                quiet,
                "nothing was made",
                listener ->
                        planning.plan(settings, cluster.wish(settings.store().kmsKey()), listener));
        context.out().print(PlanText.recommendation(run, run.cluster(), run.notes()));
        if (access.serverless) {
            context.out()
                    .println("Serverless minutes, cost and --budget are those of a cluster of these machines;"
                            + " EMR Serverless has prices of its own");
        }
        context.out().flush();
        return run;
    }

    private Path program() {
        String built = context.environment().getOrDefault(JAR, "");
        if (jar == null && built.isEmpty()) {
            throw new WrongUseException(
                    "jar: none given; build it with ./mvnw package -pl fruits-spark-emr -am and pass"
                            + " --jar fruits-spark-emr/target/fruits-spark-VERSION-emr.jar");
        }
        return ofTheLine(jar == null ? Path.of(built) : jar);
    }

    /** The wrong one would end on the cluster, after a quarter of an hour of cost. */
    private Path ofTheLine(Path program) {
        String name = program.getFileName().toString();
        String line = cluster.machines.spark;
        boolean wrong = name.startsWith("fruits-spark4-")
                ? !line.startsWith("4")
                : name.startsWith("fruits-spark-") && !line.startsWith("3");
        if (wrong) {
            throw new WrongUseException("jar " + program + ": is not for Spark " + line + "; pass --spark "
                    + (line.startsWith("4") ? "3.5, or build the other with -Pspark4 and pass --jar" : "4.0"));
        }
        return program;
    }

    private int watched(ClusterRuns runs, Launch launch, StoreSettings store) throws IOException {
        String name = launch.spec().name();
        LaunchInterruption interruption = new LaunchInterruption(
                context.err(),
                runs,
                stopOnInterrupt,
                "the same command attaches to it, './fruits " + access.command("stop", store) + " " + name
                        + "' ends it",
                "'./fruits " + access.command("status", store) + " " + name + "' tells, './fruits "
                        + access.command("stop", store) + " " + name + "' ends them");
        Interruption hook = Interruption.of(interruption::happened);
        ClusterRun run;
        try (Progress progress = context.progress(quiet)) {
            RunWatcher watcher = new LaunchNarrator(progress, interruption, quiet);
            run = runs.launch(launch, watcher);
            run = detach ? run : followed(runs, run, watcher, store);
        } finally {
            interruption.over();
            hook.nowOver();
        }
        return detach ? detached(run, store) : told(runs, run, store);
    }

    /** Whoever stops looking is told that the run goes on. */
    private ClusterRun followed(ClusterRuns runs, ClusterRun run, RunWatcher watcher, StoreSettings store) {
        try {
            return runs.follow(run, watcher);
        } catch (IOException | WrongUseException | RunFailedException unseen) {
            throw new RunFailedException(
                    "run " + run.name() + ": " + run.thing() + " may still run and cost; attach with the same"
                            + " command, end it with './fruits " + access.command("stop", store) + " " + run.name()
                            + "' (" + unseen.getMessage() + ")",
                    unseen);
        }
    }

    private int detached(ClusterRun run, StoreSettings store) {
        context.out()
                .println("run " + run.name() + ": " + run.thing() + " is "
                        + run.state().text() + "; './fruits " + access.command("status", store) + " " + run.name()
                        + "' tells how far it is");
        return 0;
    }

    private int told(ClusterRuns runs, ClusterRun ended, StoreSettings store) throws IOException {
        if (ended.state() == RunState.DONE) {
            Path folder = report == null ? Path.of("emr-" + ended.name()) : report;
            List<Path> brought = runs.bringBack(ended, folder);
            context.out()
                    .println("run " + ended.name() + ": done"
                            + (brought.isEmpty() ? "; its results hold no report" : "; brought back " + brought));
            return 0;
        }
        if (ended.state() == RunState.FAILED) {
            runs.logs(ended, LOG_LINES).forEach(context.err()::println);
        }
        throw new RunFailedException("run " + ended.name() + ": " + ended.thing() + " "
                + (ended.state() == RunState.STOPPED ? "was stopped" : "failed")
                + ended.why().map(why -> " (" + why + ")").orElse("") + "; './fruits " + access.command("logs", store)
                + " "
                + ended.name() + "' shows what it said, the same command launches it again");
    }
}
