package dev.fruits.core.store;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.Arrays;
import java.util.List;

/** Where in the world images, results, keys and machines of a run may be. */
public enum Residency {
    /** In a member state of the European Union. */
    EU("eu"),
    /** There, or in a country whose protection of data the European Commission holds adequate: London, Zurich. */
    EU_ADEQUATE("eu-adequate"),
    /** Anywhere. */
    ANY("any");

    private final String text;

    Residency(String text) {
        this.text = text;
    }

    /**
     * The value that a pipeline file or an option names.
     *
     * @throws WrongUseException if there is none of this name
     */
    public static Residency of(String text) {
        List<String> known = Arrays.stream(values()).map(Residency::text).toList();
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongUseException("residency " + text + ": is not known"
                        + Spelling.hint(text, known) + "; give one of " + String.join(", ", known)));
    }

    /** Whether data may be where this law holds. */
    public boolean admits(Jurisdiction jurisdiction) {
        return this == ANY
                || jurisdiction == Jurisdiction.EU
                || (this == EU_ADEQUATE && jurisdiction == Jurisdiction.EU_ADEQUATE);
    }

    /** As it is written in a pipeline file. */
    public String text() {
        return text;
    }
}
