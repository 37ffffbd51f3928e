package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.compose.Adapters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

/** Runs the command line in this process and keeps what it says; it does not wait between two looks at a cluster. */
final class Session {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment;
    private final InstantSource clock;

    Session(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    static Session plain() {
        return new Session(Map.of(), new StoppedClock());
    }

    int fruits(String... args) {
        CommandContext context = new CommandContext(
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                clock,
                time -> {},
                environment,
                Adapters::onClassPath);
        return new CommandLineProgram(context).run(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
