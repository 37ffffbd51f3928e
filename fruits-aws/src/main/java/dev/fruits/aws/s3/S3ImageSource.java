package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/**
 * Images in a bucket, one "folder" per class below a prefix, at any depth. Paths, labels and what is ignored are as for a
 * local folder; keys are taken as they are. Credentials are not part of this value: every machine finds its own, where the
 * AWS command line finds them. Safe for many threads.
 *
 * @param location {@code s3://bucket} or {@code s3://bucket/prefix}
 * @param store how it is reached
 */
public record S3ImageSource(Location location, StoreSettings store) implements ImageSource {
    /** A request takes 10 to 50 ms, so this many give several hundred images a second. */
    private static final int READS = 24;

    /**
     * Checks the form of the location; no request is made.
     *
     * @throws WrongUseException if it is not an {@code s3://} location, has an invalid bucket name, or holds credentials
     */
    public S3ImageSource {
        S3Location.of("images", location);
    }

    @Override
    public ImageListing list() throws IOException {
        return new S3ImageListing(objects(), location).list();
    }

    @Override
    public ImageReader openReader() {
        return new S3ImageReader(objects(), location);
    }

    @Override
    public int concurrentReads() {
        return READS;
    }

    private S3Objects objects() {
        return new S3Objects("images", store);
    }
}
