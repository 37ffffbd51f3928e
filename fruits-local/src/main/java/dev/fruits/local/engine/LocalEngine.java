package dev.fruits.local.engine;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final ExecutorService loaders;

    private LocalEngine(EngineSettings settings) {
        this.settings = settings;
        this.workers = Executors.newFixedThreadPool(settings.threads(), daemons("fruits-cnn-"));
        this.loaders = Executors.newFixedThreadPool(loaderThreads(), daemons("fruits-load-"));
    }

    /** Starts the engine; its work folder is made when it is first needed. */
    public static LocalEngine open(EngineSettings settings) {
        return new LocalEngine(settings);
    }

    private int loaderThreads() {
        return 2 * settings.threads();
    }

    /** As many as the source wants, for they mostly wait. */
    private ExecutorService requests(ImageSource source) {
        return Executors.newFixedThreadPool(
                Math.max(loaderThreads(), source.concurrentReads()), daemons("fruits-read-"));
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
        FeatureSpill spill = FeatureSpill.open(
                settings.workFolder(), extractor.model().fingerprint(), extractor.dimension(), settings.resume());
        try {
            Extraction extraction = new Extraction(source, listing.images(), extractor, options, spill);
            extraction.reuse();
            extraction.run(workers, settings.threads(), loaders, loaderThreads(), requests(source));
            return new LocalFeatureTable(extraction.finished(), workers, settings.threads(), options.listener());
        } catch (IOException | RuntimeException e) {
            spill.keep();
            throw e;
        }
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        workers.shutdownNow();
        loaders.shutdownNow();
    }
}
