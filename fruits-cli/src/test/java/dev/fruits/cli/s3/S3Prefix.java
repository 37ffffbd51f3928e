package dev.fruits.cli.s3;

import dev.fruits.aws.s3.S3ResultStore;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** A place of a test's own on one server for all tests of this JVM, seen by a client that is not the adapter's. */
public final class S3Prefix {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static @Nullable S3Server server;

    private final String prefix = "out of 'été' " + NUMBERS.incrementAndGet();

    /** Its key is where adapters look for one; other tests take it away when they end. */
    private static synchronized S3Server server() {
        S3Server.credentials().forEach(System::setProperty);
        if (server == null) {
            try {
                server = S3Server.start(Files.createTempDirectory("fruits-s3-"));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError("no S3 server", e);
            }
        }
        return server;
    }

    public ResultStore store() {
        return new S3ResultStore(location(), settings());
    }

    public StoreSettings settings() {
        return server().settings();
    }

    public Location location() {
        return new Location("s3://" + S3Server.BUCKET + "/" + prefix);
    }

    /** Names of objects and, behind {@code .pending/}, of uploads that nobody sees yet; sorted. */
    public List<String> entries() {
        Stream<String> pending =
                server().client().listMultipartUploads(list -> list.bucket(S3Server.BUCKET)).uploads().stream()
                        .map(MultipartUpload::key)
                        .filter(key -> key.startsWith(prefix + "/"))
                        .map(key -> ".pending/" + name(key));
        return Stream.concat(server().keys(prefix + "/").stream().map(this::name), pending)
                .sorted()
                .toList();
    }

    private String name(String key) {
        return key.substring(prefix.length() + 1);
    }

    public String text(String name) {
        return server().text(prefix + "/" + name);
    }

    public void put(String name, byte[] bytes) {
        server().client()
                .putObject(
                        object -> object.bucket(S3Server.BUCKET).key(prefix + "/" + name),
                        RequestBody.fromBytes(bytes));
    }

    public void delete(String name) {
        server().client().deleteObject(object -> object.bucket(S3Server.BUCKET).key(prefix + "/" + name));
    }

    /** Every object as a file below {@code folder}. */
    public void copyTo(Path folder) throws IOException {
        server().getAll(prefix, folder);
    }
}
