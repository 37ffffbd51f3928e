package dev.fruits.cli.yaml;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into a text. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)}?");
    private static final Pattern WELL_FORMED = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Replaces every <code>${NAME}</code> and <code>${NAME:-default}</code>; the default stands in for a variable that is not set
     * or empty, as in a shell. <code>$${</code> stands for <code>${</code> itself.
     *
     * @throws IllegalArgumentException if a reference is malformed, or has no value and no default
     */
    String putInto(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? value(found) : "${"));
    }

    private String value(MatchResult found) {
        Matcher reference = WELL_FORMED.matcher(found.group());
        if (!reference.matches()) {
            throw new IllegalArgumentException("'" + found.group() + "' must be ${NAME} or ${NAME:-default}");
        }
        String name = reference.group(1);
        String otherwise = reference.group(2);
        String set = environment.getOrDefault(name, "");
        if (set.isEmpty() && otherwise == null) {
            throw new IllegalArgumentException(
                    "environment variable " + name + " is not set; set it or write ${" + name + ":-default}");
        }
        return set.isEmpty() ? otherwise : set;
    }
}
