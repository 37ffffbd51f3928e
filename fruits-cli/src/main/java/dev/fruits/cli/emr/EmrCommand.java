package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.CommandParser;
import dev.fruits.cli.compose.Adapters;
import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code fruits emr}: the commands for Amazon EMR. */
public final class EmrCommand {
    private EmrCommand() {}

    /** Returns the command with its subcommands; without fruits-emr, one that only says where clusters are launched. */
    public static CommandLine of(CommandContext context, Supplier<Adapters> adapters) {
        if (EmrCommand.class.getResource("/dev/fruits/emr/Emr.class") == null) {
            return CommandParser.of(new EmrUnavailable()).setUnmatchedArgumentsAllowed(true);
        }
        return CommandParser.group("emr", "Plans, launches and follows runs on Amazon EMR.", "")
                .addSubcommand(CommandParser.of(new EmrPlanCommand(context, adapters)))
                .addSubcommand(CommandParser.of(new EmrLaunchCommand(context, adapters)))
                .addSubcommand(CommandParser.of(new EmrStatusCommand(context)))
                .addSubcommand(CommandParser.of(new EmrLogsCommand(context)))
                .addSubcommand(CommandParser.of(new EmrStopCommand(context)));
    }
}
