package dev.fruits.local.engine;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.spi.EngineSettings;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Runs everything in this process: reading, decoding and the CNN overlap, features wait on disk, and memory does not
 * grow with the number of images. What a killed run extracted is found again in the work folder.
 *
 * <p>The thread budget is the number of CNN sessions; each computes on one thread. Reading has threads of its own,
 * which mostly wait.
 */
public final class LocalEngine implements Engine {
    private final EngineSettings settings;
    private final ExecutorService workers;

    private LocalEngine(EngineSettings settings) {
        this.settings = settings;
        this.workers = DaemonThreads.pool("fruits-cnn", settings.threads());
    }

    /** Starts the engine; its work folder is made when it is first needed. */
    public static LocalEngine open(EngineSettings settings) {
        return new LocalEngine(settings);
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Map<String, String> description() {
        return Map.of("cnn_threads", Integer.toString(settings.threads()));
    }

    @Override
    public FeatureTable extract(
            ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
            throws IOException {
        if (workers.isShutdown()) {
            throw new IllegalStateException("engine local: is closed; open another");
        }
        FeatureCheckpoint checkpoint = FeatureCheckpoint.open(
                settings.workFolder(), extractor.model().fingerprint(), extractor.dimension(), settings.resume());
        try {
            Extraction extraction = new Extraction(source, listing.images(), extractor, options, checkpoint);
            extraction.reuse();
            extraction.run(workers, settings.threads());
            return new LocalFeatureTable(extraction.finished(), workers, settings.threads(), options.listener());
        } catch (IOException | RuntimeException e) {
            checkpoint.keep();
            throw e;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
