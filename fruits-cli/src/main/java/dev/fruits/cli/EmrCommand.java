package dev.fruits.cli;

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
final class EmrCommand {}
