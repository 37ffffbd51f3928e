package dev.fruits.aws.s3;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Uploads files to objects, and downloads objects to files. */
record FileTransfer(S3Objects objects) {
    /** The metadata that holds the content's SHA-256. */
    static final String DIGEST = "fruits-sha256";

    /** What one request downloads; after a broken connection, no more is asked for again. */
    private static final long PIECE = 16L << 20;

    /** As {@link S3Objects#upload}. */
    boolean upload(Location object, Path file) throws IOException {
        String digest = Sha256.of(file);
        long size = Files.size(file);
        boolean isThere = objects.head(object)
                .filter(head -> head.contentLength() == size
                        && digest.equals(head.metadata().get(DIGEST)))
                .isPresent();
        if (isThere) {
            return false;
        }
        Map<String, String> metadata = Map.of(DIGEST, digest);
        if (size <= MultipartUploads.PART_BYTES) {
            objects.put(object, Files.readAllBytes(file), request -> request.metadata(metadata));
        } else {
            new MultipartUploads(objects).upload(object, file, metadata);
        }
        return true;
    }

    /** As {@link S3Objects#download}. */
    boolean download(Location object, Path file) throws IOException {
        if (S3Location.of(objects.option(), object).key().isEmpty()) {
            throw new WrongUseException(objects.option() + " " + object + ": names no object; give s3://bucket/key");
        }
        Optional<HeadObjectResponse> head = objects.head(object);
        if (head.isEmpty()) {
            return false;
        }
        long size = head.get().contentLength();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long from = 0; from < size; from += PIECE) {
                out.write(piece(
                        object, from, Math.min(PIECE, size - from), head.get().eTag()));
            }
        }
        return true;
    }

    private byte[] piece(Location object, long from, long length, @Nullable String version) throws IOException {
        try {
            return objects.ask(S3Action.GET, object, S3Objects.getRange(from, length, version));
        } catch (S3RequestException e) {
            throw e.isPreconditionFailed()
                    ? new IOException(
                            objects.option() + " " + object + ": was replaced during the download; run again", e)
                    : e;
        }
    }
}
