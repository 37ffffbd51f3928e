package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;

/** {@code fruits train}: trains a CNN from scratch. */
record TrainCommand(Invocation call) implements Command {
    private static final String RESUME = "the same command with --resume continues after the last complete epoch";

    static final CommandHelp HELP = CommandHelp.of(
                    "train", "Trains a small CNN from scratch on labelled images and writes it as ONNX.")
            .details("All other commands can use the trained network. Training needs PyTorch; ./fruits downloads it"
                    + " (112 MB) when this command is first used.")
            .options(TrainOptions.ALL)
            .options(OutputOptions.printing("fruitnet.training.json"))
            .footer("""
                        Files in --out
                          fruitnet.onnx            the network
                          fruitnet.card.json       its model card: how an image becomes its input
                          fruitnet.labels.txt      its labels
                          fruitnet.training.json   the record of the training
                          fruitnet.rejects.csv     images that could not be read
                          fruitnet.checkpoint      the state after each epoch, for --resume

                        Examples
                          ./fruits train --train photos/Training --out trained
                          ./fruits train --train photos/Training --out trained --resume
                          ./fruits run --images photos/Test --model trained/fruitnet.onnx --out features

                        Exit codes: 0 done, 1 the training failed, 2 wrong use, 130 interrupted by Ctrl-C.
                        """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        requireTrainer(TrainCommand.class.getClassLoader());
        Location images = EvaluationOptions.location(options, EvaluationOptions.TRAIN);
        ImageSource source = call.adapters().images(images);
        call.print(call.watched(RESUME, progress -> Training.run(options, source, progress, call.json())));
        return 0;
    }

    /** fruits-train is optional: it is on the class path only where {@code ./fruits train} or the user put it there. */
    static void requireTrainer(ClassLoader loader) {
        if (loader.getResource("dev/fruits/train/FruitnetTrainer.class") == null) {
            throw new WrongUseException("training: fruits-train is not on the class path; start it with ./fruits train"
                    + " from a checkout, or add fruits-train with PyTorch's natives (docs/fruitnet.md)");
        }
    }
}
