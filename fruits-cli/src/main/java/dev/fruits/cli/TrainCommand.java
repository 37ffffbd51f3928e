package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.Progress;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fruits train}: a CNN of one's own, from scratch. */
@Command(
        name = "train",
        description = {
            "Trains a small CNN from scratch on labelled photographs and writes it as ONNX, for all other",
            "commands to use. Needs PyTorch: the launcher fetches it (112 MB) when this command is first used."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Written to --out: fruitnet.onnx, the network; fruitnet.card.json, how photographs are put into it;",
            "fruitnet.labels.txt, its classes; fruitnet.training.json, how it came to be; fruitnet.rejects.csv,",
            "photographs that could not be read; fruitnet.checkpoint, after every epoch, for --resume.",
            "",
            "Examples",
            "  fruits train --train photos/Training --out trained",
            "  fruits train --train photos/Training --out trained --resume    go on after Ctrl-C",
            "  fruits run --images photos/Test --model trained/fruitnet.onnx --out features",
            "",
            "Exit codes: 0 done, 1 the training failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class TrainCommand implements Callable<Integer> {
    private static final String GO_ON = "the same command with --resume goes on after the last whole epoch";

    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Mixin
    TrainOptions options = new TrainOptions();

    @Option(names = "--json", description = "Print fruitnet.training.json on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    TrainCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            requireTrainer(TrainCommand.class.getClassLoader());
            context.out().print(context.watched(quiet, GO_ON, this::train));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    private String train(Progress progress) throws IOException {
        Location images = new Location(options.train);
        ImageSource source = adapters.get().images(images);
        return Training.run(options, source, progress, json);
    }

    /** fruits-train is optional: it is on the class path only where {@code ./fruits train} or the user put it there. */
    static void requireTrainer(ClassLoader loader) {
        if (loader.getResource("dev/fruits/train/FruitnetTrainer.class") == null) {
            throw new WrongUseException("training: fruits-train is not on the class path; start it with ./fruits train"
                    + " from a checkout, or add fruits-train with PyTorch's natives (docs/fruitnet.md)");
        }
    }
}
