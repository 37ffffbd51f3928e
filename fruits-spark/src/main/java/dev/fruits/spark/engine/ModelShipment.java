package dev.fruits.spark.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Sends an extractor and its files to executors on other machines. The driver broadcasts the files in pieces; the JVM of
 * each executor writes them once to a temporary folder. Safe for many threads.
 */
public final class ModelShipment implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PIECE_BYTES = 8 << 20;
    /** Files that this JVM has written, by their SHA-256. */
    private static final Map<String, Path> RECEIVED = new ConcurrentHashMap<>();

    private record SentFile(ModelFile file, List<Broadcast<byte[]>> pieces) implements Serializable {}

    private final UUID id = UUID.randomUUID();
    private final FeatureExtractor extractor;
    private final List<SentFile> files;

    private ModelShipment(FeatureExtractor extractor, List<SentFile> files) {
        this.extractor = extractor;
        this.files = files;
    }

    /**
     * Sends the files; none if tasks run in the driver's process.
     *
     * @throws IOException if a file cannot be read
     */
    public static ModelShipment of(JavaSparkContext spark, FeatureExtractor extractor) throws IOException {
        return spark.isLocal() ? new ModelShipment(extractor, List.of()) : sent(spark, extractor);
    }

    static ModelShipment sent(JavaSparkContext spark, FeatureExtractor extractor) throws IOException {
        List<SentFile> files = new ArrayList<>();
        for (ModelFile file : extractor.files()) {
            files.add(new SentFile(file, pieces(spark, file)));
        }
        return new ModelShipment(extractor, files);
    }

    /** Different for each shipment. */
    UUID id() {
        return id;
    }

    private static List<Broadcast<byte[]>> pieces(JavaSparkContext spark, ModelFile file) throws IOException {
        List<Broadcast<byte[]>> pieces = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Path.of(file.path()))) {
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                pieces.add(spark.broadcast(piece));
            }
        }
        return pieces;
    }

    /**
     * The extractor with its files on this machine; writes the files that are missing.
     *
     * @throws RunFailedException if a file differs from the driver's
     * @throws IOException if the temporary folder cannot be written to
     */
    public FeatureExtractor unpacked() throws IOException {
        Map<String, String> local = new HashMap<>();
        for (SentFile sent : files) {
            local.put(sent.file().path(), local(sent).toString());
        }
        return local.isEmpty() ? extractor : extractor.withFiles(local);
    }

    private static Path local(SentFile sent) throws IOException {
        synchronized (RECEIVED) {
            Path path = RECEIVED.get(sent.file().sha256());
            if (path == null || !Files.exists(path)) {
                path = written(sent);
                RECEIVED.put(sent.file().sha256(), path);
            }
            return path;
        }
    }

    private static Path written(SentFile sent) throws IOException {
        Path folder = Files.createTempDirectory("fruits-model-");
        Path path = folder.resolve(Path.of(sent.file().path()).getFileName());
        folder.toFile().deleteOnExit();
        path.toFile().deleteOnExit();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (Broadcast<byte[]> piece : sent.pieces()) {
                out.write(piece.value());
            }
        }
        String sha256 = Sha256.of(path);
        if (!sha256.equals(sent.file().sha256())) {
            throw new RunFailedException("model " + sent.file().path() + ": arrived with SHA-256 " + sha256
                    + " instead of " + sent.file().sha256() + "; it changed during the run: run again");
        }
        return path;
    }

    /** Destroys the broadcasts while Spark runs; may be called twice. Written files stay until their JVM ends. */
    void discard() {
        if (SparkEnv.get() != null) {
            files.stream()
                    .flatMap(sent -> sent.pieces().stream())
                    .filter(Broadcast::isValid)
                    .forEach(Broadcast::destroy);
        }
    }
}
