package dev.fruits.cli;

import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.image.Location;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code train} that say what is trained; what is not given is the trainer's to decide. */
final class TrainOptions {
    /** How it learns. */
    static final class Learning {
        @Option(
                names = "--epochs",
                paramLabel = "N",
                description = "How often every photograph is learnt from. Default: 30.")
        @Nullable
        Integer epochs;

        @Option(names = "--batch", paramLabel = "N", description = "Photographs in one step, at least 2. Default: 64.")
        @Nullable
        Integer batch;

        @Option(
                names = "--held-back",
                paramLabel = "SHARE",
                description = "Share of the photographs that is not learnt from, but tells after every epoch how good"
                        + " the network is: 0 to 0.5. Default: 0.1.")
        @Nullable
        Double heldBack;

        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "Seed of first weights, held-back photographs, order and augmentation. Default: 42.")
        @Nullable
        Long seed;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "Threads that compute. Default: one per processor.")
        @Nullable
        Integer threads;
    }

    /** What the model card says. */
    static final class Card {
        @Option(
                names = "--data",
                paramLabel = "TEXT",
                description = "Whose photographs these are, and under which licence. Default: the folder's name.")
        @Nullable
        String data;

        @Option(names = "--licence", paramLabel = "TEXT", description = "Licence of the weights. Default: not stated.")
        String licence = "not stated";
    }

    /** What happens to a training that is there already. */
    static final class Earlier {
        @Option(names = "--resume", description = "Go on after the last whole epoch of a stopped training.")
        boolean resume;

        @Option(names = "--overwrite", description = "Begin anew, and replace the network when the new one is trained.")
        boolean overwrite;
    }

    @Option(
            names = "--train",
            required = true,
            paramLabel = "DIR|URL",
            description = "Photographs to learn from: a folder that holds one folder per label.")
    String train = "";

    @Option(names = "--model", paramLabel = "NAME", description = "The CNN. Default: " + RunOptions.DEFAULT_MODEL + ".")
    String model = RunOptions.DEFAULT_MODEL;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the network goes. If a training is there already, this one is refused.")
    Path out = Path.of("");

    @ArgGroup(validate = false, order = 1, heading = "%nLearning%n")
    Learning learning = new Learning();

    @ArgGroup(validate = false, order = 2, heading = "%nFor the model card%n")
    Card card = new Card();

    @ArgGroup(order = 3, heading = "%nA training that is there already%n")
    @Nullable
    Earlier earlier;

    /** What {@code --data} says; by default the last part of the location of the images. */
    String data() {
        return card.data == null ? folderName() : card.data;
    }

    private String folderName() {
        Location photographs = new Location(train);
        String whole = photographs.isLocal()
                ? Path.of(photographs.localPath()).toAbsolutePath().normalize().toString()
                : photographs.text();
        return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    }
}
