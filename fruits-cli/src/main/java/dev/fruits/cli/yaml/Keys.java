package dev.fruits.cli.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Names of keys. */
final class Keys {
    /** A typing slip: so many letters wrong, missing or too many. */
    private static final int NEAR = 3;

    private Keys() {}

    /** {@code perLabel} as {@code per-label}. */
    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The known key that was probably meant, or all of them. */
    static String suggestion(String key, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(key, candidate) <= NEAR)
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "known keys: " + String.join(", ", known));
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, replaced);
            }
        }
        return row[b.length()];
    }
}
