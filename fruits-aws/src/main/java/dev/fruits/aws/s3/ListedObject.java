package dev.fruits.aws.s3;

import java.time.Instant;
import java.util.Objects;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An object of a listing.
 *
 * @param path its key below the listed location
 * @param archive the storage class from which it would have to be restored first; empty if it can be read
 */
record ListedObject(String path, long bytes, Instant modified, String archive) {
    static ListedObject of(S3Object object, int prefixLength) {
        return new ListedObject(
                object.key().substring(prefixLength),
                Objects.requireNonNullElse(object.size(), 0L),
                Objects.requireNonNullElse(object.lastModified(), Instant.EPOCH),
                archive(object));
    }

    private static String archive(S3Object object) {
        boolean archived = object.storageClass() == ObjectStorageClass.GLACIER
                || object.storageClass() == ObjectStorageClass.DEEP_ARCHIVE;
        return archived && !isRestored(object) ? object.storageClassAsString() : "";
    }

    private static boolean isRestored(S3Object object) {
        return object.restoreStatus() != null && object.restoreStatus().restoreExpiryDate() != null;
    }

    boolean isArchived() {
        return !archive.isEmpty();
    }

    /** The last segment of its path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
