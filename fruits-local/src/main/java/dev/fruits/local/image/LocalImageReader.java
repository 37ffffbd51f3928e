package dev.fruits.local.image;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

record LocalImageReader(Location location, Path root) implements ImageReader {
    @Override
    public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
        Path file = root.resolve(ref.path());
        try {
            return read(ref, file);
        } catch (NoSuchFileException e) {
            requireRoot();
            throw rejected(ref, "gone since the listing");
        } catch (AccessDeniedException e) {
            throw rejected(ref, "permission denied");
        }
    }

    /**
     * Distinguishes a missing image from a missing disk.
     *
     * @throws IOException if the folder of all images does not exist
     */
    void requireRoot() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("images " + location
                    + ": this machine does not have the folder; check the path, mount its disk, or put the images where"
                    + " every machine that reads them has them");
        }
    }

    @Override
    public void close() {
        // holds nothing between reads
    }

    private static EncodedImage read(ImageRef ref, Path file) throws ImageRejectedException, IOException {
        if (Files.isDirectory(file)) {
            throw rejected(ref, "a folder since the listing");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw rejected(ref, "larger than 64 MB");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return EncodedImage.read(ref, stream);
        }
    }

    private static ImageRejectedException rejected(ImageRef ref, String reason) {
        return new ImageRejectedException(ref, Stage.READ, reason);
    }
}
