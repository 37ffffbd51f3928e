package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.emr.EmrRuns;
import dev.fruits.emr.plan.ClusterRun;
import java.io.IOException;

/** {@code fruits emr stop}: terminates the machines of a run. */
record EmrStopCommand(Invocation call) implements Command {
    static final CommandHelp HELP =
            EmrAccess.help(CommandHelp.of("stop", "Terminates the machines of a run on Amazon EMR.")
                    .details("It returns once termination has begun.")
                    .argument("NAME", "1", "Name of the run.")
                    .footer("""
                                Exit codes: 0 termination has begun or the run ended before, 1 EMR rejected the request,
                                2 wrong use, or the run was not found.
                                """));

    @Override
    public int run() throws IOException {
        EmrAccess access = EmrAccess.of(call);
        try (EmrRuns runs = access.runs()) {
            call.context().out().println(stop(runs, access.run(runs, call.argument(0, ""))));
            return 0;
        }
    }

    private static String stop(EmrRuns runs, ClusterRun run) throws IOException {
        if (!run.costs() && !run.state().isAlive()) {
            return "run " + run.name() + ": " + run.thing() + " had already ended ("
                    + run.state().text() + ")";
        }
        return "run " + run.name() + ": " + runs.stop(run).thing() + " is terminating; its files stay on S3";
    }
}
