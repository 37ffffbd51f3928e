package dev.fruits.aws.s3;

import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The objects below a place, by names relative to it. What fails after every retry is an {@link IOException} of one line.
 *
 * @param place where they are
 * @param settings how they are reached and how what is written is encrypted
 */
record S3Objects(S3Location place, StoreSettings settings) {
    /** What is asked of an object or, where the key is null, of the place. */
    <T> T ask(S3Action action, @Nullable String key, Function<S3Client, T> request) throws IOException {
        S3Client client = S3Clients.of(settings, place);
        try {
            return request.apply(client);
        } catch (SdkException e) {
            throw S3Failure.of(place, action, key, e);
        }
    }

    /** True if nothing at all is below the place. */
    boolean isEmpty() throws IOException {
        return ask(
                S3Action.LIST,
                null,
                client -> client.listObjectsV2(listing("", null).maxKeys(1).build())
                        .contents()
                        .isEmpty());
    }

    /** What lies right in a folder, sorted by name. */
    List<StoredPart> children(String folder) throws IOException {
        return list(listing(folder, "/"));
    }

    /** The names of everything in a folder and in those inside it. */
    List<String> below(String folder) throws IOException {
        return list(listing(folder, null)).stream().map(StoredPart::name).toList();
    }

    private List<StoredPart> list(ListObjectsV2Request.Builder listing) throws IOException {
        List<S3Object> found = ask(
                S3Action.LIST,
                null,
                client -> client.listObjectsV2Paginator(listing.build()).contents().stream()
                        .toList());
        List<StoredPart> objects = new ArrayList<>();
        for (S3Object object : found) {
            objects.add(new StoredPart(object.key().substring(place.prefix().length()), object.size()));
        }
        return objects;
    }

    private ListObjectsV2Request.Builder listing(String folder, @Nullable String delimiter) {
        return ListObjectsV2Request.builder()
                .bucket(place.bucket())
                .prefix(place.key(folder))
                .delimiter(delimiter)
                .requestPayer(payer());
    }

    boolean has(String name) throws IOException {
        return size(name).isPresent();
    }

    /** Empty if there is no such object. */
    Optional<Long> size(String name) throws IOException {
        String key = place.key(name);
        return ask(
                S3Action.HEAD,
                key,
                client -> present(() -> client.headObject(
                                head -> head.bucket(place.bucket()).key(key).requestPayer(payer()))
                        .contentLength()));
    }

    /** All of an object; empty if there is none of this name. */
    Optional<byte[]> get(String name) throws IOException {
        return get(name, null);
    }

    /**
     * Some of an object.
     *
     * @param range as HTTP has it; null for all
     */
    Optional<byte[]> get(String name, @Nullable String range) throws IOException {
        String key = place.key(name);
        return ask(
                S3Action.GET,
                key,
                client -> present(() -> client.getObjectAsBytes(get ->
                                get.bucket(place.bucket()).key(key).range(range).requestPayer(payer()))
                        .asByteArrayUnsafe()));
    }

    void put(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String key = place.key(name);
        ask(
                S3Action.PUT,
                key,
                client -> client.putObject(
                        put -> put.bucket(place.bucket())
                                .key(key)
                                .contentType(MediaType.of(name))
                                .contentMD5(ContentMd5.of(bytes, bytes.length))
                                .serverSideEncryption(encryption())
                                .ssekmsKeyId(settings.kmsKey())
                                .requestPayer(payer()),
                        RequestBody.fromBytes(bytes)));
    }

    /** Within the store; the type and the other properties of the object go with it. */
    void copy(String from, String to) throws IOException {
        String key = place.key(to);
        ask(
                S3Action.PUT,
                key,
                client -> client.copyObject(copy -> copy.sourceBucket(place.bucket())
                        .sourceKey(place.key(from))
                        .destinationBucket(place.bucket())
                        .destinationKey(key)
                        .serverSideEncryption(encryption())
                        .ssekmsKeyId(settings.kmsKey())
                        .requestPayer(payer())));
    }

    /** Nothing happens where there is no such object. */
    void delete(String name) throws IOException {
        String key = place.key(name);
        ask(
                S3Action.DELETE,
                key,
                client -> client.deleteObject(
                        delete -> delete.bucket(place.bucket()).key(key).requestPayer(payer())));
    }

    @Nullable
    ServerSideEncryption encryption() {
        if (settings.encryption() == null) {
            return null;
        }
        return settings.encryption() == StoreEncryption.SSE_KMS
                ? ServerSideEncryption.AWS_KMS
                : ServerSideEncryption.AES256;
    }

    @Nullable
    RequestPayer payer() {
        return settings.paysForRequests() ? RequestPayer.REQUESTER : null;
    }

    private static <T> Optional<T> present(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (SdkException e) {
            if (S3Failure.isMissingObject(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
