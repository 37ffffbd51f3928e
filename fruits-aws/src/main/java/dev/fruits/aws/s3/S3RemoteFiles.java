package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Single files in a bucket: models, their cards, pipeline files. */
public final class S3RemoteFiles implements RemoteFiles {
    /** What one request gets; a model of half a gigabyte is not begun anew where a connection breaks. */
    private static final long PIECE = 16L << 20;

    private final StoreSettings store;

    /** Reaches Amazon's S3, in the region that the machine's surroundings name. */
    public S3RemoteFiles() {
        this(StoreSettings.DEFAULT);
    }

    private S3RemoteFiles(StoreSettings store) {
        this.store = store;
    }

    @Override
    public boolean handles(Location file) {
        return S3Place.isOne(file);
    }

    @Override
    public RemoteFiles reaching(StoreSettings settings) {
        return new S3RemoteFiles(settings);
    }

    @Override
    public boolean fetch(Location file, Path target) throws IOException {
        S3Place place = S3Place.of("file", file);
        if (place.key().isEmpty()) {
            throw new WrongUseException("file " + file + ": names no object; give s3://bucket/key");
        }
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
        copy(folder, head, target);
        return true;
    }

    private static void copy(S3Folder folder, HeadObjectResponse head, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long from = 0; from < head.contentLength(); from += PIECE) {
                out.write(piece(folder, head, from));
            }
        }
    }

    private static byte[] piece(S3Folder folder, HeadObjectResponse head, long from) throws IOException {
        S3Place place = folder.place();
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
