package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.Emr;
import dev.fruits.emr.EmrRuns;
import dev.fruits.emr.plan.ClusterRun;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Access to the runs on EMR: the options that find them. */
record EmrAccess(CommandContext context, boolean serverless, Duration poll, StoreSettings store) {
    private static final int MOST_POLL = 3600;

    private static final CommandOption<Boolean> SERVERLESS = CommandOption.flag(
                    "serverless", "Use EMR Serverless, not clusters.")
            .group("EMR");

    private static final CommandOption<Integer> POLL = CommandOption.of(
                    "poll", ValueType.INTEGER, "SECONDS", "Seconds between two requests for the state of a run.")
            .byDefault(10)
            .check(EmrAccess::requirePoll)
            .group("EMR");

    static EmrAccess of(Invocation call) {
        OptionValues options = call.options();
        return new EmrAccess(
                call.context(),
                options.is(SERVERLESS),
                Duration.ofSeconds(options.orDefault(POLL)),
                StoreOptions.settings(options));
    }

    /** {@code help} with the options of access, those of {@code output} and {@code --verbose}. */
    static CommandHelp help(CommandHelp help, CommandOption<?>... output) {
        List<CommandOption<?>> last = new ArrayList<>(List.of(output));
        last.add(OutputOptions.VERBOSE);
        return help.options(SERVERLESS, POLL).options(StoreOptions.ALL).options(last);
    }

    private static void requirePoll(int poll) {
        if (poll < 1 || poll > MOST_POLL) {
            throw new WrongUseException("poll " + poll + ": must be 1 to " + MOST_POLL + " seconds");
        }
    }

    /** Where not only the options say how the store is reached. */
    EmrAccess with(StoreSettings other) {
        return new EmrAccess(context, serverless, poll, other);
    }

    EmrRuns runs() {
        return Emr.runs(store, serverless, poll, context.sleep()::sleep);
    }

    /** The newest run of this name. */
    ClusterRun run(EmrRuns runs, String name) throws IOException {
        Optional<ClusterRun> found = runs.find(name);
        return found.orElseThrow(() -> new WrongUseException("run " + name + ": not found in this region; './fruits "
                + command("status") + "' lists the runs"
                + (serverless ? "" : ", with --serverless those of EMR" + " Serverless")));
    }

    /** Another command that finds the same run. */
    String command(String verb) {
        StringBuilder words = new StringBuilder("emr ").append(verb);
        if (serverless) {
            words.append(" --serverless");
        }
        if (store.region() != null) {
            words.append(" --region ").append(store.region());
        }
        if (store.endpoint() != null) {
            words.append(" --endpoint ").append(store.endpoint());
        }
        return words.append(store.usesPathStyle() ? " --path-style" : "").toString();
    }
}
