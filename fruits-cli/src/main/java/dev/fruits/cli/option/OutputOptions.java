package dev.fruits.cli.option;

/** The options that say what a command prints. */
public final class OutputOptions {
    private static final String GROUP = "Output";

    /** Its help says what is printed: {@code JSON.help("Print …")}. */
    public static final CommandOption<Boolean> JSON = CommandOption.flag(
                    "json", "Print JSON on standard output, and nothing else.")
            .group(GROUP);

    public static final CommandOption<Boolean> QUIET =
            CommandOption.flag("quiet", "Show no progress.").group(GROUP);

    public static final CommandOption<Boolean> VERBOSE =
            CommandOption.flag("verbose", "Show the stack trace of an error.").group(GROUP);

    private OutputOptions() {}
}
