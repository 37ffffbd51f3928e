package dev.fruits.aws.server;

import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3Proxy with one bucket, objects in memory; it checks signatures. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "fruits";

    /** Of the form that Amazon gives, so that a text that shows one can be told. */
    private static final String KEY = "AKIAFRUITSPLANTED123";

    private static final String SECRET = "plantedSecret/0123456789+abcdefghijklmno";
    private static final Duration START = Duration.ofMinutes(2);

    private final OwnProcess process;
    private final S3Client client;
    private final URI endpoint;

    private S3Server(OwnProcess process, S3Client client, URI endpoint) {
        this.process = process;
        this.client = client;
        this.endpoint = endpoint;
    }

    public static S3Server start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=transient-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(endpoint, KEY, SECRET));
        Path logging = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="err" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %p %c{0} %m%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="err"/></root>
                </configuration>
                """);
        OwnProcess process = OwnProcess.java(
                "s3",
                folder,
                Map.of(),
                List.of(
                        "-Xmx512m",
                        "-Dlogback.configurationFile=" + logging,
                        "-cp",
                        jars() + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString()));
        S3Server server = new S3Server(process, client(endpoint), endpoint);
        process.await(START, server::answers);
        server.client.createBucket(bucket -> bucket.bucket(BUCKET));
        return server;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where the build put the jars of the server. */
    private static Path jars() {
        return Path.of(Objects.requireNonNull(System.getProperty("fruits.s3"), "fruits.s3"), "lib")
                .toAbsolutePath()
                .normalize();
    }

    /** A client that knows the key; closed with this server. */
    public S3Client client() {
        return client;
    }

    /** How adapters reach this server; the key is in {@link #credentials()}. */
    public StoreSettings settings() {
        return new StoreSettings(Region.US_EAST_1.id(), endpoint.toString(), true, null, null, null);
    }

    /** The key, by the names of the SDK's system properties. */
    public static Map<String, String> credentials() {
        return Map.of("aws.accessKeyId", KEY, "aws.secretAccessKey", SECRET);
    }

    private static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .build();
    }

    private boolean answers() {
        try {
            client.listBuckets();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    /** What Spark must be told to use this server. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("spark.hadoop.fs.s3a.endpoint", endpoint.toString());
        options.put("spark.hadoop.fs.s3a.endpoint.region", Region.US_EAST_1.id());
        options.put("spark.hadoop.fs.s3a.path.style.access", "true");
        options.put("spark.hadoop.fs.s3a.access.key", KEY);
        options.put("spark.hadoop.fs.s3a.secret.key", SECRET);
        options.put("spark.hadoop.fs.s3a.attempts.maximum", "2");
        options.put("spark.hadoop.fs.s3a.retry.limit", "2");
        return options;
    }

    /** {@code s3a://} of an object or prefix. */
    public static String url(String key) {
        return "s3a://" + BUCKET + "/" + key;
    }

    public void put(Path file, String key) {
        client.putObject(object -> object.bucket(BUCKET).key(key), file);
    }

    /** Every file below {@code folder}, as {@code prefix/relative/path}. */
    public void putAll(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> put(file, prefix + "/" + folder.relativize(file)));
        }
    }

    public List<String> keys(String prefix) {
        return client.listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public String text(String key) {
        return client.getObjectAsBytes(object -> object.bucket(BUCKET).key(key)).asUtf8String();
    }

    /** Every object below {@code prefix} as a file below {@code folder}. */
    public void getAll(String prefix, Path folder) throws IOException {
        for (String key : keys(prefix + "/")) {
            if (!key.endsWith("/")) {
                Path file = folder.resolve(key.substring(prefix.length() + 1));
                Files.createDirectories(file.getParent());
                client.getObject(object -> object.bucket(BUCKET).key(key), file);
            }
        }
    }

    /** How many uploads were begun and neither completed nor aborted. */
    public int pendingUploads() {
        return client.listMultipartUploads(list -> list.bucket(BUCKET))
                .uploads()
                .size();
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.close();
    }
}
