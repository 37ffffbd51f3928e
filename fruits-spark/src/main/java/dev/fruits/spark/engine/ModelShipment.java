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
 * An extractor on its way to executors on other machines, with its files: the driver broadcasts them piece by piece, and
 * each executor's JVM writes them once to a temporary folder of its own.
 */
public final class ModelShipment implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PIECE_BYTES = 8 << 20;
    /** Files of this JVM, by their SHA-256. */
    private static final Map<String, Path> ARRIVED = new ConcurrentHashMap<>();

    private record Cargo(ModelFile file, List<Broadcast<byte[]>> pieces) implements Serializable {}

    private final UUID id = UUID.randomUUID();
    private final FeatureExtractor extractor;
    private final List<Cargo> cargo;

    private ModelShipment(FeatureExtractor extractor, List<Cargo> cargo) {
        this.extractor = extractor;
        this.cargo = cargo;
    }

    /**
     * Sends the files; none where the executor is the driver's own process.
     *
     * @throws IOException if a file cannot be read
     */
    public static ModelShipment of(JavaSparkContext spark, FeatureExtractor extractor) throws IOException {
        return spark.isLocal() ? new ModelShipment(extractor, List.of()) : sent(spark, extractor);
    }

    static ModelShipment sent(JavaSparkContext spark, FeatureExtractor extractor) throws IOException {
        List<Cargo> cargo = new ArrayList<>();
        for (ModelFile file : extractor.files()) {
            cargo.add(new Cargo(file, pieces(spark, file)));
        }
        return new ModelShipment(extractor, cargo);
    }

    boolean carries(FeatureExtractor other) {
        return extractor.equals(other);
    }

    /** Tells shipments apart. */
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
     * The extractor on this machine, its files written where they are not yet.
     *
     * @throws RunFailedException if a file is not what it was on the driver
     * @throws IOException if this machine's temporary folder cannot be written to
     */
    public FeatureExtractor unpacked() throws IOException {
        Map<String, String> places = new HashMap<>();
        for (Cargo one : cargo) {
            places.put(one.file().path(), place(one).toString());
        }
        return places.isEmpty() ? extractor : extractor.withFiles(places);
    }

    private static Path place(Cargo one) throws IOException {
        synchronized (ARRIVED) {
            Path place = ARRIVED.get(one.file().sha256());
            if (place == null || !Files.exists(place)) {
                place = written(one);
                ARRIVED.put(one.file().sha256(), place);
            }
            return place;
        }
    }

    private static Path written(Cargo one) throws IOException {
        Path folder = Files.createTempDirectory("fruits-model-");
        Path place = folder.resolve(Path.of(one.file().path()).getFileName());
        folder.toFile().deleteOnExit();
        place.toFile().deleteOnExit();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place))) {
            for (Broadcast<byte[]> piece : one.pieces()) {
                out.write(piece.value());
            }
        }
        String sha256 = Sha256.of(place);
        if (!sha256.equals(one.file().sha256())) {
            throw new RunFailedException("model " + one.file().path() + ": arrived with SHA-256 " + sha256
                    + " instead of " + one.file().sha256() + "; it was written to during the run: run again");
        }
        return place;
    }

    /** Forgets the pieces, once, while Spark runs; what was written stays until its JVM ends. */
    void discard() {
        if (SparkEnv.get() != null) {
            cargo.stream()
                    .flatMap(one -> one.pieces().stream())
                    .filter(Broadcast::isValid)
                    .forEach(Broadcast::destroy);
        }
    }
}
