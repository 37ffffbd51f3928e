package dev.fruits.core.image;

import java.io.Closeable;
import java.io.IOException;

/** Reads images of one {@link ImageSource}. Used by one thread at a time. */
public interface ImageReader extends Closeable {
    /** A larger file is rejected unread: encoded images are far smaller, and workers hold batches of them. */
    int MAX_BYTES = 64 << 20;

    /**
     * Reads all bytes of an image.
     *
     * @throws ImageRejectedException if this image cannot be read: gone since the listing, not permitted, empty, larger
     *     than {@link #MAX_BYTES}
     * @throws IOException if the source itself fails
     */
    EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException;
}
