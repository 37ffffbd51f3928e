package dev.fruits.cli.command;

import dev.fruits.cli.option.OptionValues;
import java.util.List;

/**
 * What the command line gives a command.
 *
 * @param options by their definitions
 * @param arguments in order
 */
public record Invocation(OptionValues options, List<String> arguments) {
    /** An argument; {@code otherwise} where it is not given. */
    public String argument(int index, String otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }
}
