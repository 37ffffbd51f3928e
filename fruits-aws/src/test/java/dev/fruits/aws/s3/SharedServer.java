package dev.fruits.aws.s3;

import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** One server for all tests of this JVM, with whose end it ends; each test has a prefix of its own. */
final class SharedServer {
    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static @Nullable S3Server server;

    private SharedServer() {}

    /** The server; its key is among the system properties, where the SDK looks first. */
    static synchronized S3Server server() throws IOException {
        S3Server.credentials().forEach(System::setProperty);
        System.setProperty("aws.disableEc2Metadata", "true");
        if (server == null) {
            try {
                server = S3Server.start(Files.createTempDirectory("fruits-s3-"));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return server;
    }

    /** Takes the key away until the next {@link #server()}. */
    static void forgetCredentials() {
        S3Server.credentials().keySet().forEach(System::clearProperty);
    }

    static String newPrefix() {
        return "photos " + PREFIXES.incrementAndGet();
    }

    static Location location(String prefix) {
        return new Location("s3://" + S3Server.BUCKET + "/" + prefix);
    }

    static void put(String key, byte[] content) throws IOException {
        server().client()
                .putObject(request -> request.bucket(S3Server.BUCKET).key(key), RequestBody.fromBytes(content));
    }

    static void delete(String key) {
        Objects.requireNonNull(server)
                .client()
                .deleteObject(request -> request.bucket(S3Server.BUCKET).key(key));
    }

    static FaultyProxy proxy() throws IOException {
        return FaultyProxy.before(
                URI.create(Objects.requireNonNull(server().settings().endpoint())));
    }

    /** The server's settings, by way of a proxy. */
    static StoreSettings through(FaultyProxy proxy) throws IOException {
        StoreSettings direct = server().settings();
        return new StoreSettings(
                direct.region(), proxy.endpoint().toString(), direct.pathStyle(), direct.encryption(), null, null);
    }
}
