package dev.fruits.aws.s3;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads whole objects, one request each, over the connections of the shared client. */
record S3ImageReader(S3Objects objects, Location location) implements ImageReader {
    /** A listing gives the time more precisely than the head of an object, which some stores round. */
    private static final Duration SAME_TIME = Duration.ofSeconds(2);

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

    /** Empty if the object is not the one that was listed. */
    private Optional<byte[]> get(ImageRef ref) throws ImageRejectedException, IOException {
        try {
            return objects.ask(
                    S3Action.GET,
                    location.resolve(ref.path()),
                    S3Objects.get(whole -> {}, (response, body) -> body(ref, response, body)));
        } catch (S3RequestException e) {
            // Permission to read is given for the bucket as a whole: if it is missing, the run fails.
            String reason = e.isMissingObject()
                    ? "gone since the listing"
                    : e.reasonOfObject().orElseThrow(() -> e);
            throw rejected(ref, reason);
        }
    }

    private static Optional<byte[]> body(ImageRef ref, GetObjectResponse response, AbortableInputStream body) {
        Long length = response.contentLength();
        if (length == null || length != ref.bytes() || !isSameTime(ref, response)) {
            body.abort();
            return Optional.empty();
        }
        return Optional.of(S3Objects.bytes(response, body, length.intValue()));
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
