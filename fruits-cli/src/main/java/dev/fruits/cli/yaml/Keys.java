package dev.fruits.cli.yaml;

import dev.fruits.core.Spelling;
import java.util.Collection;
import java.util.Locale;

/** Names of keys. */
final class Keys {
    private Keys() {}

    /** {@code perLabel} as {@code per-label}. */
    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The known key that was probably meant, or all of them. */
    static String suggestion(String key, Collection<String> known) {
        return Spelling.closest(key, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "known keys: " + String.join(", ", known));
    }
}
