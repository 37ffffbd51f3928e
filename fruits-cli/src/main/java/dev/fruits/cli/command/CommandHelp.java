package dev.fruits.cli.command;

import dev.fruits.cli.option.CommandOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Everything that the help of a command shows, and what the command line accepts.
 *
 * @param name as it is typed
 * @param summary what the command does: a whole sentence, the line in the list of commands
 * @param details further sentences; may be empty
 * @param arguments in order
 * @param options in the order of the help; those of a group follow each other
 * @param footer lines below the options, such as files and examples
 */
public record CommandHelp(
        String name,
        String summary,
        String details,
        List<Argument> arguments,
        List<CommandOption<?>> options,
        String footer) {
    /**
     * What is given without an option.
     *
     * @param label in the help
     * @param arity how many: 1, 0..1 or 1..*
     * @param help whole sentences
     */
    public record Argument(String label, String arity, String help) {}

    /** A command without arguments and options. */
    public static CommandHelp of(String name, String summary) {
        return new CommandHelp(name, summary, "", List.of(), List.of(), "");
    }

    public CommandHelp details(String sentences) {
        return new CommandHelp(name, summary, sentences, arguments, options, footer);
    }

    /** With one more argument. */
    public CommandHelp argument(String label, String arity, String help) {
        List<Argument> more = new ArrayList<>(arguments);
        more.add(new Argument(label, arity, help));
        return new CommandHelp(name, summary, details, more, options, footer);
    }

    /** With more options. */
    public CommandHelp options(CommandOption<?>... more) {
        return options(Arrays.asList(more));
    }

    /** With more options. */
    public CommandHelp options(Collection<CommandOption<?>> more) {
        List<CommandOption<?>> all = new ArrayList<>(options);
        all.addAll(more);
        return new CommandHelp(name, summary, details, arguments, all, footer);
    }

    public CommandHelp footer(String text) {
        return new CommandHelp(name, summary, details, arguments, options, text);
    }
}
