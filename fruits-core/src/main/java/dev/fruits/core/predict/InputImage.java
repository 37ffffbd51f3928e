package dev.fruits.core.predict;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An image to predict the label of: its bytes, or the reason why they are missing. */
public sealed interface InputImage {
    /** The name in predictions. */
    String name();

    /** Reads a file, whatever its name; a file that cannot be read has the reason. */
    static InputImage read(Path file) {
        String name = file.toString();
        try (InputStream stream = Files.newInputStream(file)) {
            return of(name, stream.readNBytes(ImageReader.MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            return unreadable(name, "no such file");
        } catch (AccessDeniedException e) {
            return unreadable(name, "permission denied");
        } catch (IOException e) {
            return unreadable(name, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * The images of a source, sorted by path and read one by one; images that the listing rejects are among them. To be
     * closed. Names are {@code location/path}.
     *
     * @throws dev.fruits.core.WrongUseException if there is nothing to list
     * @throws IOException if the source fails; while the stream is read, an {@link UncheckedIOException}
     */
    static Stream<InputImage> in(ImageSource source) throws IOException {
        ImageListing listing = source.list();
        ImageReader reader = source.openReader();
        String prefix = source.location() + "/";
        SortedMap<String, Supplier<InputImage>> images = new TreeMap<>();
        listing.rejections()
                .forEach(rejection ->
                        images.put(rejection.path(), () -> new Unreadable(prefix + rejection.path(), rejection)));
        listing.images().forEach(ref -> images.put(ref.path(), () -> read(prefix + ref.path(), reader, ref)));
        return images.values().stream().map(Supplier::get).onClose(() -> close(reader));
    }

    private static InputImage read(String name, ImageReader reader, ImageRef ref) {
        try {
            return new Encoded(name, reader.read(ref));
        } catch (ImageRejectedException e) {
            return new Unreadable(name, e.rejection());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ImageReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over the bytes; the caller must not change them afterwards. */
    static InputImage of(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return unreadable(name, "empty file");
        }
        if (bytes.length > ImageReader.MAX_BYTES) {
            return tooLarge(name);
        }
        return new Encoded(name, new EncodedImage(new ImageRef("image", "", bytes.length, Instant.EPOCH), bytes));
    }

    /** An image larger than {@link ImageReader#MAX_BYTES}, which need not be read. */
    static InputImage tooLarge(String name) {
        return unreadable(name, "larger than 64 MB");
    }

    /** An image whose bytes are missing. */
    static InputImage unreadable(String name, String reason) {
        return new Unreadable(name, new Rejection(name, "", Stage.READ, reason));
    }

    /** An image with its bytes. */
    record Encoded(String name, EncodedImage image) implements InputImage {}

    /** An image without bytes. */
    record Unreadable(String name, Rejection rejection) implements InputImage {}
}
