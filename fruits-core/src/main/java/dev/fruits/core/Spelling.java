package dev.fruits.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which word was meant, for messages that help. */
public final class Spelling {
    private Spelling() {}

    /** The word fewest letters away, if that is at most a third of the letters given. */
    public static Optional<String> closest(String given, Collection<String> words) {
        return words.stream()
                .filter(word -> distance(given, word) <= Math.max(1, given.length() / 3))
                .min(Comparator.comparingInt(word -> distance(given, word)));
    }

    /** {@code "; did you mean 'word'?"}, to go on a message with; empty where no word is close. */
    public static String hint(String given, Collection<String> words) {
        return closest(given, words)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /**
     * The constant that a text names, as {@link #text} writes it.
     *
     * @param option that has the value, for messages
     * @throws WrongUseException if there is none of this name
     */
    public static <E extends Enum<E>> E constant(String option, String text, E[] values) {
        List<String> known = Arrays.stream(values).map(Spelling::text).toList();
        if (!known.contains(text)) {
            throw new WrongUseException(option + " " + text + ": is not known" + hint(text, known) + "; give one of "
                    + String.join(", ", known));
        }
        return values[known.indexOf(text)];
    }

    /** The name of a constant as options and files write it: {@code eu-adequate}. */
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Levenshtein's: letters to insert, remove or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
