package dev.fruits.core.image;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * One image of a listing.
 *
 * @param path below the source's root, segments separated by {@code /}, the same on every machine
 * @param label the class: the name of the folder that holds the image
 * @param bytes encoded size
 * @param modified when the image was last written, for deciding whether earlier features still hold
 */
public record ImageRef(String path, String label, long bytes, Instant modified) implements Serializable {
    /** The order of every listing: by path, code unit by code unit, so that no locale changes it. */
    public static final Comparator<ImageRef> BY_PATH = Comparator.comparing(ImageRef::path);

    public ImageRef {
        if (path.isEmpty() || path.startsWith("/")) {
            throw new IllegalArgumentException("image path must be relative and not empty: '" + path + "'");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("image " + path + ": size must not be negative: " + bytes);
        }
    }
}
