package dev.fruits.core.predict;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A photograph that stands in no class folder: its bytes, or why there are none. */
public sealed interface Photo {
    /** As answers name it. */
    String name();

    /**
     * Reads a whole photograph; of one that is too large, only as much as tells so.
     *
     * @param bytes not closed
     * @throws IOException if they cannot be read
     */
    static Photo read(String name, InputStream bytes) throws IOException {
        return of(name, bytes.readNBytes(ImageReader.MAX_BYTES + 1));
    }

    /** Takes the bytes over; whoever hands them over no longer writes to them. */
    static Photo of(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return unreadable(name, "empty file");
        }
        if (bytes.length > ImageReader.MAX_BYTES) {
            return tooLarge(name);
        }
        return new Encoded(name, new EncodedImage(new ImageRef("photograph", "", bytes.length, Instant.EPOCH), bytes));
    }

    /** One that need not be read, as it is larger than {@link ImageReader#MAX_BYTES}. */
    static Photo tooLarge(String name) {
        return unreadable(name, "larger than 64 MB");
    }

    /** One whose bytes cannot be had. */
    static Photo unreadable(String name, String reason) {
        return new Unreadable(name, new Rejection(name, "", Stage.READ, reason));
    }

    /** Its bytes are here. */
    record Encoded(String name, EncodedImage image) implements Photo {}

    /** They are not. */
    record Unreadable(String name, Rejection rejection) implements Photo {}
}
