package dev.fruits.core.store;

import dev.fruits.core.Spelling;

/** Where in the world images, results, keys and machines of a run may be. */
public enum Residency {
    /** In a member state of the European Union. */
    EU,
    /** There, or in a country whose protection of data the European Commission holds adequate: London, Zurich. */
    EU_ADEQUATE,
    /** Anywhere. */
    ANY;

    /**
     * The value that a pipeline file or an option names.
     *
     * @throws dev.fruits.core.WrongUseException if there is none of this name
     */
    public static Residency of(String text) {
        return Spelling.constant("residency", text, values());
    }

    /** Whether data may be where this law holds. */
    public boolean admits(Jurisdiction jurisdiction) {
        return this == ANY
                || jurisdiction == Jurisdiction.EU
                || (this == EU_ADEQUATE && jurisdiction == Jurisdiction.EU_ADEQUATE);
    }

    /** As it is written in a pipeline file. */
    public String text() {
        return Spelling.text(this);
    }
}
