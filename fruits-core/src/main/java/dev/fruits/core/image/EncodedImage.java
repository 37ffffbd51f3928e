package dev.fruits.core.image;

import java.io.ByteArrayInputStream;
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
