package dev.fruits.core.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An image as it is stored: JPEG, PNG, GIF or BMP bytes. The bytes are not copied; whoever hands them over no longer
 * writes to them.
 */
public final class EncodedImage {
    private final ImageRef ref;
    private final byte[] bytes;

    public EncodedImage(ImageRef ref, byte[] bytes) {
        this.ref = ref;
        this.bytes = bytes;
    }

    /**
     * Reads an image to its end, which may have moved since the listing.
     *
     * @throws ImageRejectedException if it is empty or larger than {@link ImageReader#MAX_BYTES}
     * @throws IOException if reading fails
     */
    public static EncodedImage read(ImageRef ref, InputStream file) throws ImageRejectedException, IOException {
        byte[] bytes = file.readNBytes(ImageReader.MAX_BYTES + 1);
        if (bytes.length == 0) {
            throw new ImageRejectedException(ref, Stage.READ, "empty file");
        }
        if (bytes.length > ImageReader.MAX_BYTES) {
            throw new ImageRejectedException(ref, Stage.READ, "larger than 64 MB");
        }
        return new EncodedImage(ref, bytes);
    }

    public ImageRef ref() {
        return ref;
    }

    public int size() {
        return bytes.length;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int byteAt(int index) {
        return bytes[index] & 0xff;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
        return ref.path() + " (" + bytes.length + " bytes)";
    }
}
