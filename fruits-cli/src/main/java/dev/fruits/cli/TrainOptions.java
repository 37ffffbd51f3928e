package dev.fruits.cli;

import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.image.Location;
import java.nio.file.Path;
import java.util.List;

/** The options of {@code train}; the trainer has the defaults. */
final class TrainOptions {
    private static final String TRAINING = "Training";
    private static final String CARD = "Model card";

    static final CommandOption<String> OUT = CommandOption.of(
                    "out",
                    ValueType.LOCATION,
                    "DIR",
                    "Folder of the trained network. A training refuses a folder that already holds one.")
            .required()
            .group(RunOptions.OUT.group());

    static final CommandOption<String> MODEL = CommandOption.of("model", ValueType.TEXT, "NAME", "The CNN to train.")
            .byDefault(RunOptions.DEFAULT_MODEL)
            .candidates(() -> List.of(RunOptions.DEFAULT_MODEL))
            .group(TRAINING);

    static final CommandOption<Integer> EPOCHS = CommandOption.of(
                    "epochs", ValueType.INTEGER, "N", "Passes over the training images.")
            .otherwise("30")
            .group(TRAINING);

    static final CommandOption<Integer> BATCH = RunOptions.BATCH
            .help("Images per training step, at least 2.")
            .otherwise("64")
            .check(size -> {})
            .group(TRAINING);

    static final CommandOption<Double> HELD_BACK = CommandOption.of(
                    "held-back",
                    ValueType.NUMBER,
                    "SHARE",
                    "Share of the images that is held out to measure the accuracy after every epoch: 0 to 0.5.")
            .otherwise("0.1")
            .group(TRAINING);

    static final CommandOption<String> DATA = CommandOption.of(
                    "data", ValueType.TEXT, "TEXT", "Name and licence of the data set.")
            .otherwise("the name of the folder")
            .group(CARD);

    static final CommandOption<String> LICENCE = CommandOption.of(
                    "licence", ValueType.TEXT, "TEXT", "Licence of the weights.")
            .byDefault("not stated")
            .group(CARD);

    static final List<CommandOption<?>> ALL = List.of(
            EvaluationOptions.TRAIN,
            MODEL,
            EPOCHS,
            BATCH,
            HELD_BACK,
            RunOptions.SEED
                    .help("Seed of initial weights, held-out images, order and augmentation.")
                    .group(TRAINING),
            RunOptions.THREADS.help("Threads of the computation.").group(TRAINING),
            OUT,
            RunOptions.RESUME.help("Continue an interrupted training after its last complete epoch."),
            RunOptions.OVERWRITE.help("Train from the beginning, and replace the network once the new one is trained."),
            DATA,
            LICENCE);

    private TrainOptions() {}

    /** The value of {@code --data}; by default the last part of the location of the images. */
    static String data(OptionValues options) {
        String data = options.get(DATA);
        return data == null ? folderName(EvaluationOptions.location(options, EvaluationOptions.TRAIN)) : data;
    }

    private static String folderName(Location images) {
        String whole = images.isLocal()
                ? Path.of(images.localPath()).toAbsolutePath().normalize().toString()
                : images.text();
        return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    }
}
