package dev.fruits.core.image;

import java.util.Locale;

/** The step in which an image was rejected. */
public enum Stage {
    /** It is in no class folder, so that it has no label. */
    LIST,
    /** Its bytes could not be read. */
    READ,
    /** Its bytes are no image that can be read right. */
    DECODE,
    /** The CNN gave no usable features. */
    EXTRACT;

    /** As it stands in the rejects table: {@code list}, {@code read}, {@code decode}, {@code extract}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
