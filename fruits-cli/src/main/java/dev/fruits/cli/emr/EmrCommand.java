package dev.fruits.cli.emr;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code fruits emr}: holds the commands for Amazon EMR. */
@Command(
        name = "emr",
        description =
                "Runs on Amazon EMR: what they need and cost, before anything is created; launched, followed and ended.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions%n",
        commandListHeading = "%nCommands%n")
public final class EmrCommand {
    private EmrCommand() {}

    /** Returns the command with its subcommands; one that only says where clusters are launched without fruits-emr. */
    public static CommandLine of(CommandContext context, Supplier<Adapters> adapters) {
        if (EmrCommand.class.getResource("/dev/fruits/emr/Emr.class") == null) {
            return new CommandLine(new EmrUnavailable());
        }
        return new CommandLine(new EmrCommand())
                .addSubcommand(new EmrPlanCommand(context, adapters))
                .addSubcommand(new EmrLaunchCommand(context, adapters))
                .addSubcommand(new EmrStatusCommand(context))
                .addSubcommand(new EmrLogsCommand(context))
                .addSubcommand(new EmrStopCommand(context));
    }
}
