package dev.fruits.core.contract;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;

/** Lists images and then fails to read the fiftieth: the system is bad, not the image. */
public record BrokenSource() implements ImageSource {
    private static final MemoryImages IMAGES = new MemoryImages(5, 20, 0);

    @Override
    public Location location() {
        return IMAGES.location();
    }

    @Override
    public ImageListing list() {
        return IMAGES.list();
    }

    @Override
    public ImageReader openReader() {
        ImageReader healthy = IMAGES.openReader();
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) throws IOException, ImageRejectedException {
                if (ref.path().equals("class 02/0010.jpg")) {
                    throw new IOException("bucket fruits: access denied");
                }
                return healthy.read(ref);
            }

            @Override
            public void close() throws IOException {
                healthy.close();
            }
        };
    }
}
