package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.ValueType;
import dev.fruits.emr.EmrRuns;
import dev.fruits.emr.plan.ClusterRun;
import java.io.IOException;
import java.util.List;

/** {@code fruits emr logs}: the output of the driver. */
record EmrLogsCommand(Invocation call) implements Command {
    private static final CommandOption<Integer> LINES = CommandOption.of(
                    "lines", ValueType.INTEGER, "N", "Number of lines.")
            .byDefault(50);

    static final CommandHelp HELP =
            EmrAccess.help(CommandHelp.of("logs", "Prints the last lines of the driver's standard error.")
                    .details("EMR copies logs to S3 about every five minutes, and when the cluster terminates.")
                    .argument("NAME", "1", "Name of the run.")
                    .options(LINES)
                    .footer("Exit codes: 0 done, 1 no log is available yet or it cannot be read, 2 wrong use."));

    @Override
    public int run() throws IOException {
        EmrAccess access = EmrAccess.of(call);
        try (EmrRuns runs = access.runs()) {
            ClusterRun run = access.run(runs, call.argument(0, ""));
            return print(runs, run, Math.max(1, call.options().orDefault(LINES)));
        }
    }

    private int print(EmrRuns runs, ClusterRun run, int lines) throws IOException {
        List<String> last = runs.logs(run, lines);
        last.forEach(call.context().out()::println);
        if (last.isEmpty()) {
            call.context()
                    .err()
                    .println("fruits: logs of " + run.thing() + ": none on S3 yet; EMR copies them about every five"
                            + " minutes, and when the cluster terminates");
        }
        return last.isEmpty() ? Failure.RUN_FAILED : 0;
    }
}
