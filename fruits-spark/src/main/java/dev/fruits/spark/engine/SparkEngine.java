package dev.fruits.spark.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.spark.submit.SparkSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Runs on Spark. The driver cuts the listing into slices; each task reads the images of one slice and runs the CNN; Spark
 * stores the features. An executor loads the CNN once, however many tasks it runs; each task computes on one thread.
 *
 * <p>Settings: {@value #SLICE_IMAGES} (2,048) and {@value #SLICE_BYTES} (256 MiB) limit a slice; {@value #READERS} (4) is
 * the number of threads that read for a task. Used by one thread.
 */
public final class SparkEngine implements Engine {
    static final String STEP = "Extract features";
    static final String SLICE_IMAGES = "spark.fruits.slice.images";
    static final String SLICE_BYTES = "spark.fruits.slice.bytes";
    static final String READERS = "spark.fruits.readers";
    private static final int DEFAULT_READERS = 4;

    private record Checked(Location images, FeatureExtractor extractor) {}

    private final SparkSession session;
    private final boolean own;
    private final JavaSparkContext spark;
    /** Models that the executors received, until the engine is closed. */
    private final Map<FeatureExtractor, ModelShipment> shipments = new HashMap<>();

    private final Set<Checked> checked = new HashSet<>();

    private boolean closed;

    private SparkEngine(SparkSession session, boolean own) {
        this.session = session;
        this.own = own;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    /** Uses this session; {@link #close} leaves it running. */
    public static SparkEngine on(SparkSession session) {
        return new SparkEngine(session, false);
    }

    /**
     * Uses the active session, or starts one that {@link #close} stops: on the master in {@code spark.master}, else in this
     * process with the threads of {@code settings}.
     *
     * @throws dev.fruits.core.WrongUseException if Spark rejects one of its settings
     */
    public static SparkEngine open(EngineSettings settings) {
        return Sessions.running()
                .map(SparkEngine::on)
                .orElseGet(() -> new SparkEngine(Sessions.started(settings.threads(), settings.store()), true));
    }

    SparkSession session() {
        return session;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Map<String, String> description() {
        ImageSlice.Size size = sliceSize();
        Map<String, String> description = new LinkedHashMap<>();
        description.put("spark", spark.version());
        description.put("master", spark.master());
        description.put("application", spark.sc().applicationId());
        description.put("slots", Integer.toString(size.slots()));
        description.put("slice_images", Integer.toString(size.images()));
        description.put("slice_mib", Long.toString(size.bytes() >> 20));
        description.put("readers_per_task", Integer.toString(readers()));
        return description;
    }

    /** Checks executors in processes of their own, by a task on each; the same images and CNN once. */
    @Override
    public boolean preflight(ImageSource source, FeatureExtractor extractor) throws IOException {
        if (spark.isLocal()) {
            return false;
        }
        Checked checking = new Checked(source.location(), extractor);
        if (!checked.contains(checking)) {
            requireFit(hostReports(source, extractor));
            checked.add(checking);
        }
        return true;
    }

    @Override
    public FeatureTable extract(
            ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
            throws IOException {
        if (closed) {
            throw new IllegalStateException("engine spark: is closed; open another");
        }
        ModelShipment model = shipped(extractor);
        ReusableRows earlier = ReusableRows.of(spark, listing.images(), extractor, options.earlier());
        ExtractionTask task = new ExtractionTask(
                source, model, extractor.dimension(), options.batch(), readers(), ExtractionMetrics.of(spark.sc()));
        JavaRDD<ExtractedBlock> blocks = slices(listing, earlier)
                .mapPartitions(task)
                .setName("features of " + source.location() + ", " + extractor.model())
                .persist(storage());
        SparkFeatureTable table =
                new SparkFeatureTable(session, blocks, earlier, extractor.dimension(), options.listener());
        int images = listing.images().size();
        try {
            String what = STEP + ": " + extractor.model() + ", " + NamedJobs.count(images, "image");
            return NamedJobs.run(spark.sc(), what, () -> table.materialised(images));
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    @Override
    public List<HostReport> hostReports(ImageSource source, FeatureExtractor extractor) throws IOException {
        if (spark.isLocal()) {
            return Engine.super.hostReports(source, extractor);
        }
        ModelShipment model = shipped(extractor);
        return NamedJobs.run(spark.sc(), "Check hosts", () -> ExecutorPreflight.of(spark, source, model));
    }

    private ModelShipment shipped(FeatureExtractor extractor) throws IOException {
        ModelShipment model = shipments.get(extractor);
        if (model == null) {
            model = NamedJobs.run(spark.sc(), "Send the model", () -> ModelShipment.of(spark, extractor));
            shipments.put(extractor, model);
        }
        return model;
    }

    /** @throws RunFailedException if a host failed the check, for the first of them */
    static void requireFit(List<HostReport> hosts) {
        List<HostReport> unfit = hosts.stream().filter(host -> !host.isFit()).toList();
        if (!unfit.isEmpty()) {
            throw new RunFailedException(
                    "host " + unfit.get(0).host() + ": " + unfit.get(0).problem()
                            + (unfit.size() == 1 ? "" : " (and " + (unfit.size() - 1) + " more hosts)")
                            + "; --doctor shows every host");
        }
    }

    private JavaRDD<JavaSerialized<ImageSlice>> slices(ImageListing listing, ReusableRows earlier) {
        List<JavaSerialized<ImageSlice>> slices = new ArrayList<>();
        ImageSlice.cut(listing.images(), sliceSize())
                .forEach(slice -> slices.add(JavaSerialized.of(earlier.withRows(slice))));
        return spark.parallelize(slices, slices.size());
    }

    /** Two copies where a second executor can hold one, so that losing an executor does not run the CNN again. */
    private StorageLevel storage() {
        boolean several = spark.sc().statusTracker().getExecutorInfos().length > 2; // the driver is one of them
        return several ? StorageLevel.MEMORY_AND_DISK_SER_2() : StorageLevel.MEMORY_AND_DISK_SER();
    }

    private ImageSlice.Size sliceSize() {
        return SparkSettings.checked(() -> new ImageSlice.Size(
                spark.getConf().getInt(SLICE_IMAGES, ImageSlice.Size.DEFAULT_IMAGES),
                spark.getConf().getSizeAsBytes(SLICE_BYTES, ImageSlice.Size.DEFAULT_BYTES),
                spark.defaultParallelism()));
    }

    private int readers() {
        return SparkSettings.checked(() -> Math.max(1, spark.getConf().getInt(READERS, DEFAULT_READERS)));
    }

    @Override
    public void close() {
        closed = true;
        shipments.values().forEach(ModelShipment::discard);
        if (own) {
            session.stop();
        }
    }
}
