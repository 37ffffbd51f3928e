package dev.fruits.core.image;

import java.io.Closeable;
import java.io.IOException;

/** Reads images of one {@link ImageSource}. Used by one thread at a time. */
public interface ImageReader extends Closeable {
    /**
     * Reads all bytes of an image.
     *
     * @throws ImageRejectedException if this image cannot be read: gone since the listing, not permitted, empty
     * @throws IOException if the source itself fails
     */
    EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException;
}
