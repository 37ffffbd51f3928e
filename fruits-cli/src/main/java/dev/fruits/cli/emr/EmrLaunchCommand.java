package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Interruption;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.console.Progress;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.EmrRuns;
import dev.fruits.emr.LaunchInterruption;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.LaunchComposition;
import dev.fruits.emr.plan.LaunchListener;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code fruits emr launch}: runs a pipeline on Amazon EMR. */
record EmrLaunchCommand(Invocation call) implements Command {
    /** Set by the launcher. */
    private static final String JAR_VARIABLE = "FRUITS_EMR_JAR";

    private static final int LOG_LINES = 20;
    private static final String LAUNCH = "Launch";

    private static final CommandOption<String> JAR = CommandOption.of(
                    "jar", ValueType.LOCATION, "FILE", "The program of the cluster.")
            .otherwise("the jar that ./fruits builds")
            .group(LAUNCH);

    private static final CommandOption<Boolean> DETACH = CommandOption.flag(
                    "detach", "Do not wait for the end; './fruits emr status' shows the progress.")
            .group(LAUNCH);

    private static final CommandOption<Boolean> STOP_ON_INTERRUPT = CommandOption.flag(
                    "stop-on-interrupt", "Terminate the cluster on Ctrl-C.")
            .group(LAUNCH);

    private static final CommandOption<String> REPORT = CommandOption.of(
                    "report", ValueType.LOCATION, "DIR", "Folder for the downloaded report.")
            .otherwise("emr-NAME")
            .group(LAUNCH);

    static final CommandHelp HELP = EmrAccess.help(
            CommandHelp.of(
                            "launch",
                            "Runs a pipeline on an Amazon EMR cluster that terminates by itself; this costs money.")
                    .details(
                            "It prints the estimated cost, uploads jar, model and pipeline file to S3, creates the cluster,"
                                    + " follows the run and downloads the report. The cluster costs from its creation on. A run is"
                                    + " identified by its --name: a second launch attaches to an active run and refuses a finished"
                                    + " one.")
                    .argument("PIPELINE.yaml", "1", "A pipeline file whose images are on S3.")
                    .options(
                            JAR,
                            RunOptions.OVERWRITE
                                    .help("Repeat a finished run, and replace its results.")
                                    .group(LAUNCH),
                            DETACH,
                            STOP_ON_INTERRUPT,
                            REPORT)
                    .options(ClusterOptions.ALL)
                    .footer("""
                        Examples
                          ./fruits emr launch pipeline.yaml --name apples --region eu-west-3 --nodes 2 --budget 2.50
                          ./fruits emr launch pipeline.yaml --name apples --detach
                          ./fruits emr launch pipeline.yaml --name apples --stop-on-interrupt

                        Exit codes: 0 done, 1 the run failed or was stopped, 2 wrong use, or above --budget, 130
                        interrupted by Ctrl-C.
                        """),
            OutputOptions.QUIET);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        EmrAccess access = EmrAccess.of(call);
        PipelineInputs inputs = PipelineInputs.of(call);
        PlannedRun planned = inputs.planned(call);
        print(planned, access.serverless());
        LaunchComposition composition = LaunchComposition.of(planned, program(options));
        ClusterSpec spec = composition.spec();
        Map<String, Location> locations = spec.job().places();
        locations.put("model", new Location(planned.run().model()));
        inputs.requireResidency(spec.region(), locations);
        Launch launch = composition.launch(pipeline(inputs.request(), composition), options.is(RunOptions.OVERWRITE));
        EmrAccess there = access.with(inputs.settings().store().inRegion(spec.region()));
        try (EmrRuns runs = there.runs()) {
            return launch(runs, launch, options, there);
        }
    }

    /** The recommendation, if its estimate is within the budget. */
    private void print(PlannedRun run, boolean serverless) {
        call.print(PlanText.recommendation(run, run.cluster(), run.notes()));
        if (serverless) {
            call.context()
                    .out()
                    .println("Serverless minutes, cost and --budget are those of a cluster of these machines;"
                            + " EMR Serverless has its own prices");
        }
        call.context().out().flush();
    }

    /** The pipeline file of the cluster. */
    private static String pipeline(OptionValues request, LaunchComposition composition) {
        ClusterSpec spec = composition.spec();
        return PipelineFile.text(request.with(RunOptions.MODEL, composition.model())
                .with(RunOptions.IMAGES, spec.job().images().text())
                .with(RunOptions.OUT, spec.job().results().text())
                .with(StoreOptions.REGION, spec.region())
                .with(RunOptions.ENGINE, "spark"));
    }

    private Path program(OptionValues options) {
        String jar = options.get(JAR);
        String built = call.context().environment().getOrDefault(JAR_VARIABLE, "");
        if (jar == null && built.isEmpty()) {
            throw new WrongUseException("jar: not given; build it with ./mvnw package -pl fruits-spark-emr -am and pass"
                    + " --jar fruits-spark-emr/target/fruits-spark-VERSION-emr.jar");
        }
        return Path.of(jar == null ? built : jar);
    }

    private int launch(EmrRuns runs, Launch launch, OptionValues options, EmrAccess access) throws IOException {
        String name = launch.spec().name();
        LaunchInterruption interruption = new LaunchInterruption(
                call.context().err(),
                options.is(STOP_ON_INTERRUPT) ? runs::stop : null,
                "the same command attaches to it, './fruits " + access.command("stop") + " " + name + "' terminates it",
                "'./fruits " + access.command("status") + " " + name + "' shows it, './fruits " + access.command("stop")
                        + " " + name + "' terminates it");
        boolean quiet = options.is(OutputOptions.QUIET);
        boolean detach = options.is(DETACH);
        Interruption hook = Interruption.of(interruption::happened);
        ClusterRun run;
        try (Progress progress = call.context().progress(quiet)) {
            LaunchListener watcher = new LaunchProgress(progress, interruption, quiet);
            run = runs.launch(launch, watcher);
            run = detach ? run : follow(runs, run, watcher, access);
        } finally {
            interruption.over();
            hook.nowOver();
        }
        return detach ? detached(run, access) : ended(runs, run, access, options.get(REPORT));
    }

    /** A failure to follow the run does not end it; the message says so. */
    private static ClusterRun follow(EmrRuns runs, ClusterRun run, LaunchListener watcher, EmrAccess access) {
        try {
            return runs.follow(run, watcher);
        } catch (IOException | WrongUseException | RunFailedException unseen) {
            throw new RunFailedException(
                    "run " + run.name() + ": " + run.thing() + " may still run and cost; attach with the same"
                            + " command, end it with './fruits " + access.command("stop") + " " + run.name()
                            + "' (" + unseen.getMessage() + ")",
                    unseen);
        }
    }

    private int detached(ClusterRun run, EmrAccess access) {
        call.context()
                .out()
                .println("run " + run.name() + ": " + run.thing() + " is "
                        + run.state().text() + "; './fruits " + access.command("status") + " " + run.name()
                        + "' shows its progress");
        return 0;
    }

    private int ended(EmrRuns runs, ClusterRun ended, EmrAccess access, @Nullable String report) throws IOException {
        if (ended.state() == RunState.DONE) {
            Path folder = report == null ? Path.of("emr-" + ended.name()) : Path.of(report);
            List<Path> brought = runs.bringBack(ended, folder);
            call.context()
                    .out()
                    .println("run " + ended.name() + ": done"
                            + (brought.isEmpty() ? "; its results hold no report" : "; downloaded " + brought));
            return 0;
        }
        if (ended.state() == RunState.FAILED) {
            runs.logs(ended, LOG_LINES).forEach(call.context().err()::println);
        }
        throw new RunFailedException("run " + ended.name() + ": " + ended.thing() + " "
                + (ended.state() == RunState.STOPPED ? "was stopped" : "failed")
                + ended.why().map(why -> " (" + why + ")").orElse("") + "; './fruits " + access.command("logs")
                + " "
                + ended.name() + "' shows its output, the same command launches it again");
    }
}
