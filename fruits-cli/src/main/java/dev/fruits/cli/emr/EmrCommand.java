package dev.fruits.cli.emr;

import dev.fruits.cli.FruitsCommand;
import dev.fruits.cli.Surroundings;
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
        versionProvider = FruitsCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions%n",
        commandListHeading = "%nCommands%n")
public final class EmrCommand {
    private EmrCommand() {}

    /** Returns the command with its subcommands; one that only says where clusters are launched without fruits-emr. */
    public static CommandLine of(Surroundings surroundings, Supplier<Adapters> adapters) {
        if (EmrCommand.class.getResource("/dev/fruits/emr/Emr.class") == null) {
            return new CommandLine(new EmrUnavailable());
        }
        return new CommandLine(new EmrCommand())
                .addSubcommand(new EmrPlanCommand(surroundings, adapters))
                .addSubcommand(new EmrLaunchCommand(surroundings, adapters))
                .addSubcommand(new EmrStatusCommand(surroundings))
                .addSubcommand(new EmrLogsCommand(surroundings))
                .addSubcommand(new EmrStopCommand(surroundings));
    }
}
