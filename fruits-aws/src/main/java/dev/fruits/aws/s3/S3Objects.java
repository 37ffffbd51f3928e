package dev.fruits.aws.s3;

import static dev.fruits.aws.s3.S3Action.DELETE;
import static dev.fruits.aws.s3.S3Action.GET;
import static dev.fruits.aws.s3.S3Action.HEAD;
import static dev.fruits.aws.s3.S3Action.LIST;
import static dev.fruits.aws.s3.S3Action.PUT;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The objects of S3, by location: what this module, and those that need single objects, ask of the store. An object is
 * {@code s3://bucket/key}, a folder {@code s3://bucket/prefix}. Safe for many threads.
 *
 * <p>Every method throws {@link WrongUseException} if the location is not one of S3, there is no such bucket, or it is in
 * another region; and {@link IOException} if the store fails after every retry or refuses, with one line that names the
 * location, the reason and the remedy.
 */
public final class S3Objects {
    private final String option;
    private final StoreSettings settings;
    private final Function<Location, S3Client> clients;

    /**
     * Connects to the store with the shared client of these settings; no request is made.
     *
     * @param settings how the store is reached and how what is written is encrypted
     */
    public S3Objects(StoreSettings settings) {
        this("file", settings);
    }

    /** As above; messages name the option, such as {@code images} or {@code out}. */
    S3Objects(String option, StoreSettings settings) {
        this(option, settings, location -> S3Clients.of(settings, location));
    }

    private S3Objects(String option, StoreSettings settings, Function<Location, S3Client> clients) {
        this.option = option;
        this.settings = settings;
        this.clients = clients;
    }

    /**
     * Uses a client of the caller's making, for S3 as it is set up there.
     *
     * @param client called at the first request; its client is kept and never closed
     */
    public static S3Objects over(Supplier<S3Client> client) {
        ConcurrentMap<StoreSettings, S3Client> made = new ConcurrentHashMap<>();
        StoreSettings settings = StoreSettings.DEFAULT;
        return new S3Objects("file", settings, location -> made.computeIfAbsent(settings, first -> client.get()));
    }

    /** A request to S3. */
    @FunctionalInterface
    interface Request<T> {
        /** Null if the response lacks what was asked for. */
        @Nullable
        T send(S3Client client, S3Location at);
    }

    /** A text and its version, which changes with every write. */
    public record VersionedText(String text, String version) {}

    /** What a listing found. */
    record Listing(List<ListedObject> objects, List<String> folders) {}

    /** How the store is reached and how what is written is encrypted. */
    public StoreSettings settings() {
        return settings;
    }

    String option() {
        return option;
    }

    /** Sends a request, and makes one line of its failure. */
    <T> T ask(S3Action action, Location location, Request<T> request) throws IOException {
        return ask(action, location, S3Location.of(option, location), request);
    }

    private <T> T ask(S3Action action, Location location, S3Location at, Request<T> request) throws IOException {
        try {
            T answer = request.send(clients.apply(location), at);
            if (answer == null) {
                throw new IOException(option + " " + location
                        + ": the response is not one of S3, parts of it are missing; check --endpoint and the proxy");
            }
            return answer;
        } catch (SdkException e) {
            throw S3RequestException.of(option, location, at.bucket(), action, e);
        }
    }

    private <T> Optional<T> find(S3Action action, Location object, Request<T> request) throws IOException {
        try {
            return Optional.of(ask(action, object, request));
        } catch (S3RequestException e) {
            if (e.isMissingObject()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A request for an object, or for what {@code more} says of it. */
    static <T> Request<T> get(
            Consumer<GetObjectRequest.Builder> more, ResponseTransformer<GetObjectResponse, T> transformer) {
        return (client, at) -> client.getObject(
                request -> more.accept(request.bucket(at.bucket()).key(at.key())), transformer);
    }

    /** A request for some bytes of an object, from {@code begin}. */
    static Request<byte[]> getRange(long begin, long length, @Nullable String version) {
        String range = "bytes=" + begin + "-" + (begin + length - 1);
        return (client, at) -> client.getObject(
                        request -> request.bucket(at.bucket())
                                .key(at.key())
                                .range(range)
                                .ifMatch(version),
                        ResponseTransformer.toBytes())
                .asByteArrayUnsafe();
    }

    /** All bytes of an object; empty if there is none. */
    public Optional<byte[]> read(Location object) throws IOException {
        return readVersion(object).map(ResponseBytes::asByteArrayUnsafe);
    }

    /** A text and its version; empty if there is no such object. */
    public Optional<VersionedText> readText(Location object) throws IOException {
        return readVersion(object)
                .map(found -> new VersionedText(
                        new String(found.asByteArrayUnsafe(), StandardCharsets.UTF_8),
                        String.valueOf(found.response().eTag())));
    }

    private Optional<ResponseBytes<GetObjectResponse>> readVersion(Location object) throws IOException {
        return find(GET, object, get(all -> {}, ResponseTransformer.toBytes()));
    }

    /** Some bytes of an object, from {@code begin}; empty if there is no such object. */
    Optional<byte[]> readRange(Location object, long begin, long length) throws IOException {
        return find(GET, object, getRange(begin, length, null));
    }

    /**
     * The bytes of an object, of a larger one the first {@code limit}.
     *
     * @param object by its exact key, which may end with a slash, unlike that of a {@link Location}
     * @param limit in bytes, at least 0
     * @throws IOException also if there is no such object
     */
    public byte[] read(S3Location object, int limit) throws IOException {
        Request<byte[]> head = get(all -> {}, (response, body) -> bytes(response, body, limit));
        return ask(GET, new Location(object.toString()), object, head);
    }

    /** At most {@code limit} bytes of a body; a body that ends too early is asked for again. */
    static byte[] bytes(GetObjectResponse response, AbortableInputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit);
            Long length = response.contentLength();
            if (length != null && length > limit) {
                body.abort(); // closing it would read the rest
            } else if (length != null && bytes.length < length) {
                throw RetryableException.create("the body ended after " + bytes.length + " of " + length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw RetryableException.create("the body broke off", e);
        }
    }

    /** Whether there is such an object. */
    public boolean exists(Location object) throws IOException {
        return head(object).isPresent();
    }

    Optional<HeadObjectResponse> head(Location object) throws IOException {
        return find(HEAD, object, (client, at) -> {
            HeadObjectResponse head =
                    client.headObject(of -> of.bucket(at.bucket()).key(at.key()));
            return head.contentLength() == null ? null : head;
        });
    }

    /** Writes a text in place of what was there. */
    public void write(Location object, String text) throws IOException {
        put(object, text.getBytes(StandardCharsets.UTF_8), plain -> {});
    }

    /**
     * Writes a text if no other client wrote meanwhile.
     *
     * @param version of what was read; null if there was nothing
     * @return false if something else is there now; nothing was written
     */
    public boolean writeIfUnchanged(Location object, String text, @Nullable String version) throws IOException {
        try {
            String none = version == null ? "*" : null;
            put(
                    object,
                    text.getBytes(StandardCharsets.UTF_8),
                    put -> put.ifNoneMatch(none).ifMatch(version));
            return true;
        } catch (S3RequestException e) {
            if (e.isPreconditionFailed()) {
                return false;
            }
            throw e;
        }
    }

    void put(Location object, byte[] bytes, Consumer<PutObjectRequest.Builder> more) throws IOException {
        Request<PutObjectResponse> put = (client, at) -> client.putObject(
                request -> more.accept(request.bucket(at.bucket())
                        .key(at.key())
                        .contentType(MediaType.of(at.key()))
                        .contentMD5(ContentMd5.of(bytes, bytes.length))
                        .serverSideEncryption(encryption())
                        .ssekmsKeyId(settings.kmsKey())),
                RequestBody.fromBytes(bytes));
        ask(PUT, object, put);
    }

    /**
     * Uploads a file, in parts if it is large; nothing is visible before it is whole.
     *
     * @return false if an object of the same content is there already; nothing was sent
     */
    public boolean upload(Location object, Path file) throws IOException {
        return new FileTransfer(this).upload(object, file);
    }

    /**
     * Downloads an object, in pieces if it is large.
     *
     * @param file to write to; replaced if it is there
     * @return false if there is no such object
     * @throws IOException also if the disk fails, or the object is replaced meanwhile
     */
    public boolean download(Location object, Path file) throws IOException {
        return new FileTransfer(this).download(object, file);
    }

    /** Copies within the store; the type and the other properties of the object go with it. */
    void copy(Location from, Location to) throws IOException {
        S3Location source = S3Location.of(option, from);
        Request<CopyObjectResponse> copy =
                (client, at) -> client.copyObject(request -> request.sourceBucket(source.bucket())
                        .sourceKey(source.key())
                        .destinationBucket(at.bucket())
                        .destinationKey(at.key())
                        .serverSideEncryption(encryption())
                        .ssekmsKeyId(settings.kmsKey()));
        ask(PUT, to, copy);
    }

    /** Does nothing if there is no such object. */
    void delete(Location object) throws IOException {
        ask(
                DELETE,
                object,
                (client, at) -> client.deleteObject(of -> of.bucket(at.bucket()).key(at.key())));
    }

    /** Every object below a folder, at any depth, in the order of keys. */
    public List<Location> list(Location folder) throws IOException {
        return list(folder, "", null).objects().stream()
                .map(object -> folder.resolve(object.path()))
                .toList();
    }

    /**
     * The objects below a folder, in the order of keys.
     *
     * @param below what paths begin with, relative to the folder
     * @param delimiter where keys are cut off; null for every object at any depth
     */
    Listing list(Location folder, String below, @Nullable String delimiter) throws IOException {
        return ask(LIST, folder, (client, at) -> {
            Listing found = new Listing(new ArrayList<>(), new ArrayList<>());
            int prefix = at.prefix().length();
            client.listObjectsV2Paginator(request -> request.bucket(at.bucket())
                            .prefix(at.prefix() + below)
                            .delimiter(delimiter)
                            .encodingType(EncodingType.URL) // XML 1.0 cannot hold every key
                            .optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS))
                    .forEach(page -> {
                        page.contents().forEach(object -> found.objects().add(ListedObject.of(object, prefix)));
                        page.commonPrefixes()
                                .forEach(inner ->
                                        found.folders().add(inner.prefix().substring(prefix)));
                    });
            return found;
        });
    }

    /** Whether a folder has no object at all. */
    boolean isEmpty(Location folder) throws IOException {
        return firstKey(folder, S3Location::prefix).isEmpty();
    }

    /** Whether this is an object and not a folder, by a listing: that needs no right to read objects. */
    boolean isObject(Location location) throws IOException {
        return firstKey(location, S3Location::key)
                .equals(Optional.of(S3Location.of(option, location).key()));
    }

    private Optional<String> firstKey(Location location, Function<S3Location, String> prefix) throws IOException {
        ListObjectsV2Response first = ask(
                LIST,
                location,
                (client, at) -> client.listObjectsV2(list ->
                        list.bucket(at.bucket()).prefix(prefix.apply(at)).maxKeys(1)));
        return first.contents().stream().map(S3Object::key).findFirst();
    }

    /** The region of a bucket, empty if the store does not say; messages name the option {@code name}. */
    public Optional<String> region(String name, Location inBucket) throws IOException {
        Request<HeadBucketResponse> head = (client, at) -> client.headBucket(of -> of.bucket(at.bucket()));
        return Optional.ofNullable(
                new S3Objects(name, settings, clients).ask(LIST, inBucket, head).bucketRegion());
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
}
