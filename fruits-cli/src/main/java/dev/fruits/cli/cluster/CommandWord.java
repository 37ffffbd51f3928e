package dev.fruits.cli.cluster;

import java.util.regex.Pattern;

/** A word of a command that a person copies into a shell. */
final class CommandWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private CommandWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
