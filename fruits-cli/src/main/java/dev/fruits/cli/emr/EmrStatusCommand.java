package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.emr.EmrRuns;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.util.List;

/** {@code fruits emr status}: the state of runs, and whether they cost. */
record EmrStatusCommand(Invocation call) implements Command {
    static final CommandHelp HELP = EmrAccess.help(
            CommandHelp.of("status", "Shows the state of a run on Amazon EMR, or lists all runs.")
                    .details(
                            "Clusters are found by their tags, even if the launch was killed. Without NAME, it lists the"
                                    + " runs that cost or were created within the last week.")
                    .argument("NAME", "0..1", "Name of the run. Default: all runs.")
                    .footer("""
                        Exit codes: 0 the run is active or finished (without NAME: the list was printed), 1 it failed or
                        was stopped, 2 wrong use, or the run was not found.
                        """),
            OutputOptions.JSON);

    @Override
    public int run() throws IOException {
        EmrAccess access = EmrAccess.of(call);
        boolean all = call.arguments().isEmpty();
        List<ClusterRun> runs;
        try (EmrRuns known = access.runs()) {
            runs = all ? known.all() : List.of(access.run(known, call.argument(0, "")));
        }
        call.print(call.json() ? RunText.json(runs) : text(runs, access));
        boolean bad =
                !all && (runs.get(0).state() == RunState.FAILED || runs.get(0).state() == RunState.STOPPED);
        return bad ? Failure.RUN_FAILED : 0;
    }

    private static String text(List<ClusterRun> runs, EmrAccess access) {
        return runs.isEmpty()
                ? "No run of fruits in this region" + System.lineSeparator()
                : RunText.table(runs, access.command("stop"));
    }
}
