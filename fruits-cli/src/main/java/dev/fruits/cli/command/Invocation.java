package dev.fruits.cli.command;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.RemoteCopies;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A call of a command: what the command line gives it, and its environment.
 *
 * @param options by their definitions
 * @param arguments in order
 */
public record Invocation(OptionValues options, List<String> arguments, CommandContext context) {
    /** An argument; {@code otherwise} where it is not given. */
    public String argument(int index, String otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }

    /** Whether JSON is printed. */
    public boolean json() {
        return options.is(OutputOptions.JSON);
    }

    public void print(String text) {
        context.out().print(text);
    }

    public Adapters adapters() {
        return context.adapters().get();
    }

    /**
     * These options over the values of the pipeline file over the model that comes with the product and the engine of
     * the host. The file is the first argument, if there is one; it is read with the store and the engine of the options,
     * because its own are not known yet.
     *
     * @throws dev.fruits.core.WrongUseException if there is no such file, or something in it cannot be used
     */
    public OptionValues pipeline(OptionValues options) throws IOException {
        String file = argument(0, "");
        Adapters found = adapters();
        OptionValues known = options.over(OptionValues.NONE
                .with(RunOptions.MODEL, found.defaultModel().orElse(null))
                .with(RunOptions.ENGINE, found.defaultEngine()));
        if (file.isEmpty()) {
            return known;
        }
        Adapters reading = found.on(known.orDefault(RunOptions.ENGINE), StoreOptions.settings(known));
        OptionValues read = new RemoteCopies(reading.storages())
                .with("pipeline file", file, copy -> PipelineFile.read(file, copy, context.environment()));
        return options.over(read).over(known);
    }

    /** The folder of weights; need not exist. */
    public Path modelCache() {
        return ModelRequest.cacheFolder(context.environment());
    }

    /** Works, shows the progress unless {@code --quiet}, and prints {@code remedy} if the process is interrupted. */
    public <T> T watched(String remedy, CommandContext.Work<T> work) throws IOException {
        return context.watched(options.is(OutputOptions.QUIET), remedy, work);
    }
}
