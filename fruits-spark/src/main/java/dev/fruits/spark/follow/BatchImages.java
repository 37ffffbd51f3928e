package dev.fruits.spark.follow;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;

/**
 * The images of one batch. What travels to the workers is the source that reads them.
 *
 * @param source reads them
 * @param listing the batch
 */
record BatchImages(ImageSource source, ImageListing listing) {
    /** A source whose listing is the batch. */
    ImageSource asSource() {
        return new Listed(source, this);
    }

    /** Only the driver asks for the listing, so it stays behind. */
    private static final class Listed implements ImageSource {
        private static final long serialVersionUID = 1L;

        private final ImageSource source;
        private final transient BatchImages batch;

        Listed(ImageSource source, BatchImages batch) {
            this.source = source;
            this.batch = batch;
        }

        @Override
        public Location location() {
            return source.location();
        }

        @Override
        public ImageListing list() {
            return batch.listing;
        }

        @Override
        public ImageReader openReader() throws IOException {
            return source.openReader();
        }
    }
}
