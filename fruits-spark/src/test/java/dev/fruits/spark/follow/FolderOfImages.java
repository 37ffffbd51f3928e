package dev.fruits.spark.follow;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A local folder that is read from and never listed. */
record FolderOfImages(String folder) implements ImageSource {
    @Override
    public Location location() {
        return new Location(folder);
    }

    @Override
    public ImageListing list() {
        throw new AssertionError("a followed folder is not listed by its source");
    }

    @Override
    public ImageReader openReader() {
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
                try {
                    return new EncodedImage(ref, Files.readAllBytes(Path.of(folder, ref.path())));
                } catch (NoSuchFileException e) {
                    throw new ImageRejectedException(ref, Stage.READ, "gone since the listing");
                }
            }

            @Override
            public void close() {}
        };
    }
}
