package dev.fruits.aws.s3;

import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * One object on its way to a local file, piece by piece.
 *
 * @param store how it is reached
 * @param place of the object
 */
record S3Download(StoreSettings store, S3Location place) {
    /** What one request gets; a model of half a gigabyte is not begun anew where a connection breaks. */
    private static final long PIECE = 16L << 20;

    /**
     * Copies it.
     *
     * @return false if there is no such object
     * @throws IOException if the store or the disk fails, or the object is replaced meanwhile
     */
    boolean into(Path target) throws IOException {
        S3Folder folder = new S3Folder(place, S3Clients.of(store, place));
        HeadObjectResponse head;
        try {
            head = folder.client()
                    .headObject(request -> request.bucket(place.bucket()).key(place.key()));
        } catch (SdkException e) {
            if (S3Failure.isMissingObject(e)) {
                return false;
            }
            throw S3Failure.of(place, S3Action.HEAD, null, e);
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long from = 0; from < head.contentLength(); from += PIECE) {
                out.write(piece(folder, head, from));
            }
        }
        return true;
    }

    private byte[] piece(S3Folder folder, HeadObjectResponse head, long from) throws IOException {
        long to = Math.min(head.contentLength(), from + PIECE) - 1;
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().range("bytes=" + from + "-" + to).ifMatch(head.eTag());
        try {
            return folder.get(place.key(), request, ResponseTransformer.toBytes())
                    .asByteArrayUnsafe();
        } catch (SdkException e) {
            if (S3Failure.isPreconditionFailed(e)) {
                throw new IOException("file " + place.location() + ": was replaced while it was fetched; run again", e);
            }
            throw S3Failure.of(place, S3Action.GET, null, e);
        }
    }
}
