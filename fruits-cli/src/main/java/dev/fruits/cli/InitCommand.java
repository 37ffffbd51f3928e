package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.PipelineText;
import dev.fruits.cli.compose.RunRequest;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fruits init}: a pipeline file to begin with. */
@Command(
        name = "init",
        description = {
            "Writes a pipeline file with what the options say, and usual values for the rest. It holds the run",
            "to the EU: buckets, keys and clusters elsewhere are refused, unless --residency says otherwise."
        },
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Example",
            "  fruits init --images s3://photos/Test --out s3://photos/Results --region eu-west-3",
            "  fruits run pipeline.yaml",
            "",
            "Exit codes: 0 done, 1 the file could not be written, 2 wrong use."
        })
final class InitCommand implements Callable<Integer> {
    private static final RunRequest USUAL = new RunRequest(
            "photos",
            null,
            null,
            Adapters.DEFAULT_MODEL,
            null,
            null,
            ComponentChoice.variance(0.95),
            null,
            "results",
            null,
            StoreSettings.DEFAULT,
            Residency.EU);

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PIPELINE.yaml",
            description = "The file to write; one that is there is left as it is. Default: pipeline.yaml.")
    Path file = Path.of("pipeline.yaml");

    @Mixin
    RunOptions options = new RunOptions();

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            write(PipelineText.of(options.request().orElse(USUAL)));
            surroundings.out().println("Wrote " + file + "; look it over, then: fruits run " + file);
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, surroundings.err(), verbose);
        }
    }

    private void write(String text) throws IOException {
        if (options.earlier != null) {
            throw new WrongUseException(
                    "init: --resume and --overwrite belong to a run, not to its pipeline file; leave them out");
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUseException(
                    "pipeline file " + file + ": is there already; remove it, or name another file", e);
        } catch (NoSuchFileException e) {
            throw new WrongUseException("pipeline file " + file + ": its folder is not there; make it first", e);
        }
    }
}
