package dev.fruits.aws.s3;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads whole objects, one request each; connections are those of the shared client. */
final class S3ImageReader implements ImageReader {
    /** A listing tells the time more finely than the head of an object, which some stores round. */
    private static final Duration SAME_TIME = Duration.ofSeconds(2);

    private final S3Folder folder;

    S3ImageReader(S3Folder folder) {
        this.folder = folder;
    }

    @Override
    public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
        if (ref.bytes() > MAX_BYTES) {
            throw rejected(ref, "larger than 64 MB");
        }
        if (ref.bytes() == 0) {
            throw rejected(ref, "empty file");
        }
        byte[] bytes = get(ref).orElseThrow(() -> rejected(ref, "changed since the listing"));
        return new EncodedImage(ref, bytes);
    }

    /** Empty if the object is another than the one that was listed. */
    private Optional<byte[]> get(ImageRef ref) throws ImageRejectedException, IOException {
        String key = folder.place().key(ref.path());
        try {
            return folder.get(key, GetObjectRequest.builder(), (response, body) -> body(ref, response, body));
        } catch (SdkException e) {
            // Who may read is decided for the store as a whole, so a refusal is no affair of one image.
            if (S3Failure.isMissingObject(e)) {
                throw rejected(ref, "gone since the listing");
            }
            if (S3Failure.isArchived(e)) {
                throw rejected(ref, "archived; restore it first");
            }
            throw S3Failure.of(folder.place(), S3Action.GET, key, e);
        }
    }

    private static Optional<byte[]> body(ImageRef ref, GetObjectResponse response, AbortableInputStream body) {
        Long length = response.contentLength();
        if (length == null || length != ref.bytes() || !isSameTime(ref, response)) {
            body.abort();
            return Optional.empty();
        }
        try {
            byte[] bytes = body.readNBytes(length.intValue());
            if (bytes.length < length) {
                throw RetryableException.create("the body ended after " + bytes.length + " of " + length + " bytes");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw RetryableException.create("the body broke off", e);
        }
    }

    private static boolean isSameTime(ImageRef ref, GetObjectResponse response) {
        return response.lastModified() == null
                || Duration.between(ref.modified(), response.lastModified())
                                .abs()
                                .compareTo(SAME_TIME)
                        < 0;
    }

    @Override
    public void close() {
        // holds nothing between reads
    }

    private static ImageRejectedException rejected(ImageRef ref, String reason) {
        return new ImageRejectedException(ref, Stage.READ, reason);
    }
}
