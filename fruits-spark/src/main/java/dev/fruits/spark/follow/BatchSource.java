package dev.fruits.spark.follow;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;

/** A source whose listing is one batch. The listing stays on the driver. */
final class BatchSource implements ImageSource {
    private static final long serialVersionUID = 1L;

    private final ImageSource source;
    private final transient ImageListing batch;

    /**
     * A source of one batch.
     *
     * @param source reads the images
     */
    BatchSource(ImageSource source, ImageListing batch) {
        this.source = source;
        this.batch = batch;
    }

    @Override
    public Location location() {
        return source.location();
    }

    @Override
    public ImageListing list() {
        return batch;
    }

    @Override
    public ImageReader openReader() throws IOException {
        return source.openReader();
    }
}
