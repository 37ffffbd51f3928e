package dev.fruits.core.image;

import java.util.Locale;

/** Where on its way an image was rejected. */
public enum Stage {
    /** It lies where no label can be told. */
    LIST,
    /** Its bytes could not be had. */
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
