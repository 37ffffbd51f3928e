package dev.fruits.aws.s3;

import dev.fruits.core.Sha256;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Single objects of S3, for the parts of this module that keep something there. Safe for many threads.
 *
 * @param settings how the store is reached
 */
public record S3Store(StoreSettings settings) {
    static final String DIGEST = "fruits-sha256";

    /**
     * A small object.
     *
     * @param version changes with every write
     */
    public record Kept(String text, String version) {}

    /** A request to S3. */
    interface Request<T> {
        T to(S3Client client);
    }

    /** The text of an object; empty where there is none. */
    public Optional<Kept> read(Location object) throws IOException {
        return content(object)
                .map(found -> new Kept(found.asUtf8String(), found.response().eTag()));
    }

    /** All bytes of an object; empty where there is none. */
    public Optional<byte[]> bytes(Location object) throws IOException {
        return content(object).map(ResponseBytes::asByteArray);
    }

    private Optional<ResponseBytes<GetObjectResponse>> content(Location object) throws IOException {
        S3Location place = place(object);
        return ifThere(
                place,
                S3Action.GET,
                client -> client.getObjectAsBytes(
                        get -> get.bucket(place.bucket()).key(place.key())));
    }

    public boolean exists(Location object) throws IOException {
        return head(place(object)).isPresent();
    }

    /** Writes a text, whatever was there. */
    public void write(Location object, String text) throws IOException {
        S3Location place = place(object);
        of(place, S3Action.PUT, client -> client.putObject(put(place).build(), RequestBody.fromString(text)));
    }

    /**
     * Writes a text if nobody else did meanwhile.
     *
     * @param version what was there, as it was read; null for nothing
     * @return false if something else is there now; nothing was written
     */
    public boolean write(Location object, String text, @Nullable String version) throws IOException {
        S3Location place = place(object);
        PutObjectRequest.Builder put = put(place);
        PutObjectRequest request = (version == null ? put.ifNoneMatch("*") : put.ifMatch(version)).build();
        try {
            S3Clients.of(settings, place).putObject(request, RequestBody.fromString(text));
            return true;
        } catch (SdkException e) {
            if (S3Failure.isPreconditionFailed(e)) {
                return false;
            }
            throw S3Failure.of(place, S3Action.PUT, place.key(), e);
        }
    }

    /**
     * Brings a file there, in pieces where it is large.
     *
     * @return false if an object of the same content is there already; nothing was sent
     */
    public boolean upload(Location object, Path file) throws IOException {
        S3Location place = place(object);
        String digest = Sha256.of(file);
        long size = Files.size(file);
        Optional<HeadObjectResponse> there = head(place);
        if (there.filter(head -> head.contentLength() == size
                        && digest.equals(head.metadata().get(DIGEST)))
                .isPresent()) {
            return false;
        }
        of(
                place,
                S3Action.PUT,
                client -> new S3Upload(
                                client,
                                put(place).metadata(Map.of(DIGEST, digest)).build())
                        .send(file, size));
        return true;
    }

    /** Copies an object to a file, which is replaced; false where there is none. */
    public boolean fetch(Location object, Path file) throws IOException {
        Optional<byte[]> bytes = bytes(object);
        if (bytes.isPresent()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes.get());
        }
        return bytes.isPresent();
    }

    /** Every object whose key begins with that of {@code prefix} and a slash, in the order of keys. */
    public List<Location> below(Location prefix) throws IOException {
        S3Location place = place(prefix);
        return of(
                place,
                S3Action.LIST,
                client ->
                        client
                                .listObjectsV2Paginator(
                                        list -> list.bucket(place.bucket()).prefix(place.prefix()))
                                .contents()
                                .stream()
                                .map(S3Object::key)
                                .map(key -> new Location(place.url(key)))
                                .toList());
    }

    /**
     * Where the bucket is; empty where the store does not say.
     *
     * @throws dev.fruits.core.WrongUseException if there is no such bucket, or it is in another region than asked
     */
    public Optional<String> region(String option, Location inBucket) throws IOException {
        S3Location place = S3Location.of(option, inBucket);
        return Optional.ofNullable(of(
                place,
                S3Action.LIST,
                client -> client.headBucket(head -> head.bucket(place.bucket())).bucketRegion()));
    }

    private Optional<HeadObjectResponse> head(S3Location place) throws IOException {
        return ifThere(
                place,
                S3Action.HEAD,
                client -> client.headObject(head -> head.bucket(place.bucket()).key(place.key())));
    }

    private PutObjectRequest.Builder put(S3Location place) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder().bucket(place.bucket()).key(place.key());
        if (settings.encryption() == StoreEncryption.SSE_S3) {
            put.serverSideEncryption(ServerSideEncryption.AES256);
        } else if (settings.encryption() == StoreEncryption.SSE_KMS) {
            put.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(settings.kmsKey());
        }
        return put;
    }

    private <T> Optional<T> ifThere(S3Location place, S3Action action, Request<T> request) throws IOException {
        try {
            return Optional.of(request.to(S3Clients.of(settings, place)));
        } catch (SdkException e) {
            if (S3Failure.isMissingObject(e)) {
                return Optional.empty();
            }
            throw S3Failure.of(place, action, place.key(), e);
        }
    }

    private <T> T of(S3Location place, S3Action action, Request<T> request) throws IOException {
        try {
            return request.to(S3Clients.of(settings, place));
        } catch (SdkException e) {
            throw S3Failure.of(place, action, place.key().isEmpty() ? null : place.key(), e);
        }
    }

    private static S3Location place(Location object) {
        return S3Location.of("file", object);
    }
}
