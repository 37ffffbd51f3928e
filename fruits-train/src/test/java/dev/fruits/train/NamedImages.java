package dev.fruits.train;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.time.Instant;
import java.util.Map;

/** Files in memory, by path; the folder is the label. */
record NamedImages(Map<String, byte[]> files) implements ImageSource {
    @Override
    public Location location() {
        return new Location("memory://files");
    }

    @Override
    public ImageListing list() {
        return ImageListing.of(files.keySet().stream()
                .map(path -> new ImageRef(path, path.substring(0, path.indexOf('/')), 1, Instant.EPOCH))
                .toList());
    }

    @Override
    public ImageReader openReader() {
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) {
                byte[] bytes = files.get(ref.path());
                if (bytes == null) {
                    throw new IllegalArgumentException(ref.path());
                }
                return new EncodedImage(ref, bytes);
            }

            @Override
            public void close() {}
        };
    }
}
