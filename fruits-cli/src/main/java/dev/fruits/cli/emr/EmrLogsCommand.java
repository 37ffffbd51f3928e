package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.console.Failure;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits emr logs}: what the driver said. */
@Command(
        name = "logs",
        description = {
            "Prints the last lines of the driver's standard error.",
            "EMR copies logs to S3 every five minutes or so, and when the cluster ends."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {"", "Exit codes: 0 done, 1 no log is there yet or it cannot be read, 2 wrong use."})
final class EmrLogsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the run.")
    String name = "";

    @Option(names = "--lines", paramLabel = "N", description = "How many lines. Default: 50.")
    int lines = 50;

    @Mixin
    EmrAccess access = new EmrAccess();

    EmrLogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try (ClusterRuns runs = access.runs()) {
            return printed(runs, access.run(runs, name));
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), access.verbose);
        }
    }

    private int printed(ClusterRuns runs, ClusterRun run) throws IOException {
        List<String> last = runs.logs(run, Math.max(1, lines));
        last.forEach(context.out()::println);
        if (last.isEmpty()) {
            context.err()
                    .println(
                            "fruits: logs of " + run.thing() + ": none on S3 yet; EMR copies them every five minutes or"
                                    + " so, and when the cluster ends");
        }
        return last.isEmpty() ? Failure.RUN_FAILED : 0;
    }
}
