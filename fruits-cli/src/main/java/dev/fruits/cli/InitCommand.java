package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.Residency;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code fruits init}: a pipeline file to begin with. */
record InitCommand(Invocation call) implements Command {
    private static final OptionValues USUAL = OptionValues.NONE
            .with(RunOptions.IMAGES, "photos")
            .with(RunOptions.MODEL, RunOptions.DEFAULT_MODEL)
            .with(RunOptions.VARIANCE, 0.95)
            .with(RunOptions.OUT, "results")
            .with(StoreOptions.RESIDENCY, Residency.EU.text());

    static final CommandHelp HELP = CommandHelp.of(
                    "init", "Writes a pipeline file with the given options and usual values for the rest.")
            .details("Unlike a run without a file, the file restricts buckets, keys and clusters to the EU,"
                    + " unless --residency is given.")
            .argument(
                    "PIPELINE.yaml",
                    "0..1",
                    "The file to write. An existing file is not changed. Default: pipeline.yaml.")
            .options(RunOptions.PIPELINE.stream()
                    .filter(option -> option != StoreOptions.RESIDENCY)
                    .toList())
            .options(StoreOptions.RESIDENCY.byDefault(Residency.EU.text()), OutputOptions.VERBOSE)
            .footer("""
                        Examples
                          ./fruits init --images s3://photos/Test --out s3://photos/Results --region eu-west-3
                          ./fruits run pipeline.yaml

                        Exit codes: 0 done, 1 the file could not be written, 2 wrong use.
                        """);

    @Override
    public int run() throws IOException {
        Path file = Path.of(call.argument(0, "pipeline.yaml"));
        write(file, PipelineFile.text(call.options().over(USUAL)));
        call.context().out().println("Wrote " + file + "; check it, then run it: ./fruits run " + file);
        return 0;
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUseException(
                    "pipeline file " + file + ": already exists; remove it, or name another file", e);
        } catch (NoSuchFileException e) {
            throw new WrongUseException("pipeline file " + file + ": its folder does not exist; create it first", e);
        }
    }
}
