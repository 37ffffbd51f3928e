package dev.fruits.emr.plan;

import java.util.regex.Pattern;

/** A word of a command that a person copies into a shell, or a script runs. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private ShellWord() {}

    /** As one word for a POSIX shell. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
