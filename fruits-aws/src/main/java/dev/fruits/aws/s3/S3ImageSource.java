package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/**
 * Photographs in a bucket, one "folder" per class below a prefix, at any depth. Paths, labels and what is ignored are as
 * for a local folder; keys are taken as they are. Credentials are no part of this value: every machine finds its own, as
 * the AWS command line does. Safe for many threads.
 *
 * @param location {@code s3://bucket} or {@code s3://bucket/prefix}
 * @param store how it is reached
 */
public record S3ImageSource(Location location, StoreSettings store) implements ImageSource {
    /** A request takes 10 to 50 ms, so so many give several hundred photographs a second. */
    private static final int READS = 24;

    /**
     * Checks the form of the location; nothing is read yet.
     *
     * @throws WrongUseException if it is of another kind, names no bucket that can be, or holds credentials
     */
    public S3ImageSource {
        place(location);
    }

    @Override
    public ImageListing list() throws IOException {
        return new S3ImageListing(folder()).list();
    }

    @Override
    public ImageReader openReader() {
        return new S3ImageReader(folder());
    }

    @Override
    public int concurrentReads() {
        return READS;
    }

    private S3Folder folder() {
        S3Location place = place(location);
        return new S3Folder(place, S3Clients.of(store, place));
    }

    private static S3Location place(Location location) {
        return S3Location.of("images", location);
    }
}
