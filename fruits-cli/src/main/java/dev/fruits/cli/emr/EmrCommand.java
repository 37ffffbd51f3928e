package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.CommandParser;
import picocli.CommandLine;

/** {@code fruits emr}: the commands for Amazon EMR. */
public final class EmrCommand {
    private EmrCommand() {}

    /** Returns the command with its subcommands; without fruits-emr, one that only says where clusters are launched. */
    public static CommandLine of(CommandContext context) {
        if (EmrCommand.class.getResource("/dev/fruits/emr/Emr.class") == null) {
            return CommandParser.of(EmrUnavailable.HELP, EmrUnavailable::new, context)
                    .setUnmatchedArgumentsAllowed(true);
        }
        return CommandParser.group("emr", "Plans, launches and follows runs on Amazon EMR.", "")
                .addSubcommand(CommandParser.of(EmrPlanCommand.HELP, EmrPlanCommand::new, context))
                .addSubcommand(CommandParser.of(EmrLaunchCommand.HELP, EmrLaunchCommand::new, context))
                .addSubcommand(CommandParser.of(EmrStatusCommand.HELP, EmrStatusCommand::new, context))
                .addSubcommand(CommandParser.of(EmrLogsCommand.HELP, EmrLogsCommand::new, context))
                .addSubcommand(CommandParser.of(EmrStopCommand.HELP, EmrStopCommand::new, context));
    }
}
