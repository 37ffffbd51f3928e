package dev.fruits.cli.option;

import java.util.List;

/** The options that say what a command prints. */
public final class OutputOptions {
    private static final String GROUP = "Output";

    public static final CommandOption<Boolean> JSON = CommandOption.flag(
                    "json", "Print JSON on standard output, and nothing else.")
            .group(GROUP);

    public static final CommandOption<Boolean> QUIET =
            CommandOption.flag("quiet", "Show no progress.").group(GROUP);

    public static final CommandOption<Boolean> VERBOSE =
            CommandOption.flag("verbose", "Show the stack trace of an error.").group(GROUP);

    private OutputOptions() {}

    /** All of them; {@code --json} prints {@code printed}. */
    public static List<CommandOption<?>> printing(String printed) {
        return List.of(JSON.help("Print " + printed + " on standard output, and nothing else."), QUIET, VERBOSE);
    }
}
