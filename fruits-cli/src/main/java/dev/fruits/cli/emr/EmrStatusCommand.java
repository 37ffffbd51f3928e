package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.console.Failure;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits emr status}: what is there, and what it costs. */
@Command(
        name = "status",
        description = {
            "Says how far a run on Amazon EMR is, or which runs there are.",
            "Clusters are found by their tags: one whose launch was killed is found too. Without NAME: those that cost",
            "or were made within a week."
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
            "Exit codes: 0 it runs or ended well (without NAME: they could be listed), 1 it failed or was stopped,",
            "2 wrong use, or there is no such run."
        })
final class EmrStatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of the run. Default: all runs.")
    @Nullable
    String name;

    @Option(names = "--json", description = "Print it as JSON on standard output, nothing else.")
    boolean json;

    @Mixin
    EmrAccess access = new EmrAccess();

    EmrStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            List<ClusterRun> runs = runs();
            context.out().print(json ? RunText.json(runs) : text(runs));
            boolean bad = name != null
                    && (runs.get(0).state() == RunState.FAILED || runs.get(0).state() == RunState.STOPPED);
            return bad ? Failure.RUN_FAILED : 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), access.verbose);
        }
    }

    private String text(List<ClusterRun> runs) {
        return runs.isEmpty()
                ? "EMR knows no run of fruits in this region" + System.lineSeparator()
                : RunText.table(runs, access.command("stop"));
    }

    private List<ClusterRun> runs() throws IOException {
        try (ClusterRuns runs = access.runs()) {
            return name == null ? runs.all() : List.of(access.run(runs, name));
        }
    }
}
