package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.console.Failure;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fruits emr stop}: ends what costs. */
@Command(
        name = "stop",
        description = "Ends the machines of a run on Amazon EMR, and waits until they are ending.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 they are ending or had ended before, 1 EMR refused, 2 wrong use, or there is no such run."
        })
final class EmrStopCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the run.")
    String name = "";

    @Mixin
    EmrAccess access = new EmrAccess();

    EmrStopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try (ClusterRuns runs = access.runs()) {
            context.out().println(stopped(runs, access.run(runs, name)));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), access.verbose);
        }
    }

    private static String stopped(ClusterRuns runs, ClusterRun run) throws IOException {
        if (!run.costs() && !run.state().isAlive()) {
            return "run " + run.name() + ": " + run.thing() + " had ended before ("
                    + run.state().text() + ")";
        }
        return "run " + run.name() + ": " + runs.stop(run).thing() + " is ending; its files stay on S3";
    }
}
