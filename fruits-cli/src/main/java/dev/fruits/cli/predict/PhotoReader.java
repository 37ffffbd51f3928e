package dev.fruits.cli.predict;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Reads photographs that stand in no class folder. */
final class PhotoReader {
    private PhotoReader() {}

    /**
     * All bytes of a file.
     *
     * @param name by which the CNN's outcome is told from others
     * @throws ImageRejectedException if it cannot be read
     */
    static EncodedImage read(Path file, String name) throws ImageRejectedException {
        ImageRef ref = new ImageRef(name, "", 0, Instant.EPOCH);
        if (Files.isDirectory(file)) {
            throw new ImageRejectedException(ref, Stage.READ, "a folder that may not be entered, or a link that loops");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(ImageReader.MAX_BYTES + 1);
            if (bytes.length == 0) {
                throw new ImageRejectedException(ref, Stage.READ, "empty file");
            }
            if (bytes.length > ImageReader.MAX_BYTES) {
                throw new ImageRejectedException(ref, Stage.READ, "larger than 64 MB");
            }
            return new EncodedImage(new ImageRef(name, "", bytes.length, Instant.EPOCH), bytes);
        } catch (NoSuchFileException e) {
            throw new ImageRejectedException(ref, Stage.READ, "no such file");
        } catch (AccessDeniedException e) {
            throw new ImageRejectedException(ref, Stage.READ, "permission denied");
        } catch (IOException e) {
            throw new ImageRejectedException(ref, Stage.READ, "cannot be read (" + e.getMessage() + ")");
        }
    }
}
