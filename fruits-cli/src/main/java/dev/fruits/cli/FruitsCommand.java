package dev.fruits.cli;

import dev.fruits.core.run.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code fruits}: holds the commands. */
@Command(
        name = "fruits",
        description = "Labelled photographs to CNN features, principal components and results you can check.",
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        headerHeading = "",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions%n",
        commandListHeading = "%nCommands%n",
        footer = {
            "",
            "Examples",
            "  fruits models                                               what can be used",
            "  fruits run --images photos --model mobilenet_v2 --out out   run on a folder",
            "  fruits init pipeline.yaml                                   a pipeline file to begin with",
            "  fruits run pipeline.yaml --out out2                         run a pipeline file",
            "  fruits demo                                                 all of it on drawn photographs",
            "  fruits evaluate --train photos/Training --test photos/Test  how well fruits are told",
            "  fruits predict --classifier judged/classifier photo.jpg     what is on a photograph",
            "  fruits diff out out2                                        two runs, value by value",
            "  fruits train --train photos/Training --out trained          a CNN of one's own",
            "  fruits emr plan pipeline.yaml --region eu-west-3            what it costs on Amazon EMR",
            "  source <(fruits generate-completion)                        completion in bash and zsh",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
public final class FruitsCommand {
    /** {@code fruits 0.1.0 (Java 17.0.15, Linux amd64)}. */
    public static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "fruits " + Manifest.version() + " (Java " + System.getProperty("java.version") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")"
            };
        }
    }
}
