package dev.fruits.cli.emr;

import dev.fruits.cli.StoreOptions;
import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.PipelineRequest;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.sink.Document;
import dev.fruits.emr.Emr;
import dev.fruits.emr.plan.ClusterPlanner;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits emr plan}: what a run on Amazon EMR needs and costs. */
@Command(
        name = "plan",
        description = {
            "Says what a run on Amazon EMR takes and costs on 1, 2, 4 and 8 nodes and which to take, and",
            "writes the request that would create the cluster, in the region of the store. Creates nothing",
            "and needs no credentials where the images are local."
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
            "Files in --out",
            "  run-job-flow.json     the request to EMR, as the SDK sends it",
            "  create-cluster.sh     the same as a command of the AWS command line",
            "  cloudformation.yaml   roles that may touch what the run names alone, and encryption settings",
            "",
            "Examples",
            "  fruits emr plan pipeline.yaml --region eu-west-3",
            "  fruits emr plan pipeline.yaml --region eu-west-3 --within 30 --budget 2.50",
            "  fruits emr plan pipeline.yaml --type m5.2xlarge --nodes 2 --rate 40 --json",
            "",
            "Exit codes: 0 done, 1 images or weights cannot be had, 2 wrong use, or above --budget or --within."
        })
final class EmrPlanCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Parameters(index = "0", paramLabel = "PIPELINE.yaml", description = "A pipeline file, as run takes it.")
    String file = "";

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @ArgGroup(validate = false, order = 7, heading = "%nObject stores%n")
    StoreOptions store = new StoreOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go. Default: emr-plan.")
    Path out = Path.of("emr-plan");

    @Option(names = "--json", description = "Print the plan as JSON on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    EmrPlanCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            plan();
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    private void plan() throws IOException {
        RunSettings settings = settings();
        ClusterPlanner planner = Emr.planner(context.environment());
        ClusterPlanning planning =
                new ClusterPlanning(adapters.get(), planner, context.environment(), Calibration::threadNanos);
        PlannedRun run = context.watched(
                quiet,
                "nothing was created",
                listener ->
                        planning.plan(settings, cluster.wish(settings.store().kmsKey()), listener));
        if (!json) {
            context.out().print(PlanText.of(run));
            context.out().flush(); // the table comes before a refusal
        }
        ClusterSpec spec = run.cluster();
        List<String> files = written(planner.documents(spec));
        context.out().print(json ? PlanJson.of(run, spec, files) : text(run, spec, files));
    }

    private static String text(PlannedRun run, ClusterSpec spec, List<String> files) {
        return PlanText.recommendation(run, spec, run.everyNote()) + "Wrote      " + String.join(", ", files)
                + System.lineSeparator();
    }

    private RunSettings settings() throws IOException {
        return RunSettings.of(PipelineRequest.of(file, store.values(), adapters.get(), context.environment()));
    }

    private List<String> written(List<Document> documents) throws IOException {
        Files.createDirectories(out);
        List<String> files = new ArrayList<>();
        for (Document document : documents) {
            files.add(Files.writeString(out.resolve(document.name()), document.text())
                    .toString());
        }
        return files;
    }
}
