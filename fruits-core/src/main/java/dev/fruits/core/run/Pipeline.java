package dev.fruits.core.run;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images → features → components → results, the same on every engine; without a reducer, images → features. Created by
 * {@link #builder}; runs once.
 *
 * <p>Nothing is published unless every step succeeded and the {@link Ledger} balances.
 */
public final class Pipeline {
    static final String LIST = "list";
    static final String CHECK = "check";
    static final String EXTRACT = "extract";
    static final String FIT = "fit";
    static final String WRITE = "write";

    /** Work on the features of a run while its table is open. */
    @FunctionalInterface
    public interface FeatureUse<T> {
        /**
         * Called after the results are published.
         *
         * @param report the result of the run
         * @param images what was listed and selected
         * @param features closed when this method returns
         * @throws IOException if reading the table fails
         */
        T apply(RunReport report, ImageListing images, FeatureTable features) throws IOException;
    }

    private final PipelineBuilder parts;
    private final Stopwatch stopwatch;

    Pipeline(PipelineBuilder parts) {
        this.parts = parts;
        this.stopwatch = new Stopwatch(parts.clock);
    }

    /**
     * Starts a pipeline.
     *
     * @param source the images
     * @param extractor the CNN that computes a feature vector of each image
     * @param sink the destination of the results
     */
    public static PipelineBuilder builder(ImageSource source, FeatureExtractor extractor, ResultSink sink) {
        return new PipelineBuilder(source, extractor, sink);
    }

    /**
     * Runs every step on {@code engine}, which stays open.
     *
     * @throws dev.fruits.core.WrongUseException if an option or an input cannot be used; no work was done
     * @throws RunFailedException if the system fails, or the ledger does not balance
     * @throws IOException if reading or writing fails
     */
    public RunReport runOn(Engine engine) throws IOException {
        return runOn(engine, (report, images, features) -> report);
    }

    /**
     * As {@link #runOn(Engine)}, and then uses the features before the engine gives back their storage.
     *
     * @return what {@code use} returns
     */
    public <T> T runOn(Engine engine, FeatureUse<T> use) throws IOException {
        ResultSink sink = parts.sink;
        sink.prepare();
        try {
            return run(engine, sink, use);
        } catch (IOException | RuntimeException | Error e) {
            sink.abort();
            throw e;
        }
    }

    private <T> T run(Engine engine, ResultSink sink, FeatureUse<T> use) throws IOException {
        Instant started = parts.clock.instant();
        ImageSource source = parts.source;
        FeatureExtractor extractor = parts.extractor;
        ImageListing listing = stopwatch.time(LIST, parts::listed);
        requirePossible(listing, extractor);
        stopwatch.time(CHECK, () -> engine.preflight(source, extractor));
        ExtractionOptions options = new ExtractionOptions(parts.batch, parts.earlier, parts.listener);
        try (FeatureTable table = stopwatch.time(EXTRACT, () -> engine.extract(source, listing, extractor, options))) {
            Ledger ledger = ledger(listing, table);
            @Nullable Reduction reduction = fit(table);
            boolean kept = parts.keepsEarlier && table.counts().cnnRuns() == 0;
            List<WriteReceipt> receipts =
                    kept ? List.of() : stopwatch.time(WRITE, () -> write(table, reduction, extractor, sink));
            RunReport report = new RunReport(
                    source.location(),
                    sink.location(),
                    extractor.model(),
                    table.dimension(),
                    reduction,
                    parts.batch,
                    engine.name(),
                    engine.description(),
                    parts.options,
                    started,
                    stopwatch.timings(),
                    ledger,
                    table.counts(),
                    rejections(listing, table));
            if (kept) {
                sink.abort();
            } else {
                sink.commit(receipts, documents(report));
            }
            return use.apply(report, listing, table);
        }
    }

    private @Nullable Reduction fit(FeatureTable table) throws IOException {
        @Nullable Reducer reducer = parts.reducer;
        return reducer == null
                ? null
                : new Reduction(reducer.name(), reducer.requested(), stopwatch.time(FIT, () -> reducer.fit(table)));
    }

    private void requirePossible(ImageListing listing, FeatureExtractor extractor) {
        @Nullable Reducer reducer = parts.reducer;
        if (reducer != null) {
            reducer.requirePossible(listing.images().size(), extractor);
        }
    }

    private Ledger ledger(ImageListing listing, FeatureTable table) {
        List<Rejection> rejections = rejections(listing, table);
        if (table.rowCount() == 0 && parts.reducer != null && !(parts.reducer instanceof GivenProjection)) {
            throw new RunFailedException("images: none of " + listing.images().size() + " could be used"
                    + rejections.stream()
                            .findFirst()
                            .map(r -> ", the first (" + r.path() + ") because: " + r.reason())
                            .orElse("; is the folder empty?"));
        }
        return new Ledger(
                listing.total(),
                table.rowCount(),
                rejections.size(),
                listing.ignored(),
                Ledger.digest(listing.images(), rejections));
    }

    private static List<Rejection> rejections(ImageListing listing, FeatureTable table) {
        return Stream.concat(listing.rejections().stream(), table.rejections().stream())
                .sorted(Rejection.BY_PATH)
                .toList();
    }

    private static List<WriteReceipt> write(
            FeatureTable table, @Nullable Reduction reduction, FeatureExtractor extractor, ResultSink sink)
            throws IOException {
        String origin = extractor.model().fingerprint();
        List<WriteReceipt> receipts = new ArrayList<>();
        receipts.addAll(table.write(new Projection.Identity(table.dimension()), Dataset.features(origin), sink));
        requireWhole(table, receipts, Dataset.FEATURES);
        if (reduction != null) {
            receipts.addAll(table.write(reduction.projection(), Dataset.reduced(origin), sink));
            requireWhole(table, receipts, Dataset.REDUCED);
        }
        return receipts;
    }

    private static void requireWhole(FeatureTable table, List<WriteReceipt> receipts, String dataset) {
        long written = receipts.stream()
                .filter(receipt -> receipt.dataset().equals(dataset))
                .mapToLong(WriteReceipt::rows)
                .sum();
        if (written != table.rowCount()) {
            throw new RunFailedException(
                    dataset + ": " + written + " rows written of " + table.rowCount() + "; nothing is published");
        }
    }

    private List<Document> documents(RunReport report) {
        List<Document> documents = new ArrayList<>();
        documents.add(new Document("rejects/rejects.csv", Csv.rejections(report.rejections())));
        if (report.reduction() != null && parts.projectionFiles) {
            report.projection().documents().forEach((name, text) -> documents.add(new Document(name, text)));
        }
        documents.add(new Document("manifest.json", Manifest.of(report)));
        return documents;
    }
}
