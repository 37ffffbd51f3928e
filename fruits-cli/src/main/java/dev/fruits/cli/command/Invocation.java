package dev.fruits.cli.command;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
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

    /** The folder of weights; need not exist. */
    public Path modelCache() {
        return ModelRequest.cacheFolder(context.environment());
    }

    /** Works, shows the progress unless {@code --quiet}, and prints {@code remedy} if the process is interrupted. */
    public <T> T watched(String remedy, CommandContext.Work<T> work) throws IOException {
        return context.watched(options.is(OutputOptions.QUIET), remedy, work);
    }
}
