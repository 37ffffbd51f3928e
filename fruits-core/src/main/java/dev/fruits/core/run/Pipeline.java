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
import dev.fruits.core.pca.PcaProjection;
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

/**
 * Photographs → features → components → results, the same on every engine. Made by {@link #builder()}; runs once.
 *
 * <p>Nothing is published unless every step succeeded and the {@link Ledger} balances.
 */
public final class Pipeline {
    static final String LIST = "list";
    static final String CHECK = "check";
    static final String EXTRACT = "extract";
    static final String FIT = "fit";
    static final String WRITE = "write";

    private final PipelineBuilder parts;
    private final Stopwatch stopwatch;

    Pipeline(PipelineBuilder parts) {
        this.parts = parts;
        this.stopwatch = new Stopwatch(parts.clock);
    }

    public static PipelineBuilder builder() {
        return new PipelineBuilder();
    }

    /**
     * Runs every step on {@code engine}, which stays open.
     *
     * @throws dev.fruits.core.WrongUseException if an option or an input cannot be used; no work was done
     * @throws RunFailedException if the system fails, or the ledger does not balance
     * @throws IOException if reading or writing fails
     */
    public RunReport runOn(Engine engine) throws IOException {
        ResultSink sink = parts.sink();
        sink.prepare();
        try {
            return run(engine, sink);
        } catch (IOException | RuntimeException | Error e) {
            sink.abort();
            throw e;
        }
    }

    private RunReport run(Engine engine, ResultSink sink) throws IOException {
        Instant started = parts.clock.instant();
        ImageSource source = parts.source();
        FeatureExtractor extractor = parts.extractor();
        Reducer reducer = parts.reducer();
        ImageListing listing = stopwatch.time(LIST, () -> parts.selection.apply(source.list()));
        requirePossible(reducer, listing, extractor);
        stopwatch.timeIfDone(CHECK, () -> engine.check(source, extractor));
        ExtractionOptions options = new ExtractionOptions(parts.batch, parts.earlier, parts.listener);
        try (FeatureTable table = stopwatch.time(EXTRACT, () -> engine.extract(source, listing, extractor, options))) {
            Ledger ledger = ledger(listing, table);
            PcaProjection projection = stopwatch.time(FIT, () -> reducer.fit(table));
            List<WriteReceipt> receipts = stopwatch.time(WRITE, () -> write(table, projection, extractor, sink));
            RunReport report = new RunReport(
                    source.location(),
                    sink.location(),
                    extractor.model(),
                    reducer.name(),
                    reducer.choice().toString(),
                    parts.batch,
                    engine.name(),
                    engine.description(),
                    parts.options,
                    started,
                    stopwatch.timings(),
                    ledger,
                    table.counts(),
                    rejections(listing, table),
                    projection);
            sink.commit(receipts, documents(report));
            return report;
        }
    }

    private static void requirePossible(Reducer reducer, ImageListing listing, FeatureExtractor extractor) {
        if (reducer instanceof GivenProjection given) {
            given.fitted().requireFeaturesOf(extractor);
        } else {
            reducer.choice().requirePossible(listing.images().size(), extractor.dimension());
        }
    }

    private Ledger ledger(ImageListing listing, FeatureTable table) {
        List<Rejection> rejections = rejections(listing, table);
        if (table.rowCount() == 0 && !parts.given) {
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
                LedgerDigest.of(listing.images(), rejections));
    }

    private static List<Rejection> rejections(ImageListing listing, FeatureTable table) {
        return Stream.concat(listing.rejections().stream(), table.rejections().stream())
                .sorted(Rejection.BY_PATH)
                .toList();
    }

    private static List<WriteReceipt> write(
            FeatureTable table, PcaProjection projection, FeatureExtractor extractor, ResultSink sink)
            throws IOException {
        String origin = extractor.model().fingerprint();
        List<WriteReceipt> receipts = new ArrayList<>();
        receipts.addAll(table.write(Projection.identity(table.dimension()), Dataset.features(origin), sink));
        receipts.addAll(table.write(projection, Dataset.reduced(origin), sink));
        requireWhole(table, receipts, Dataset.FEATURES);
        requireWhole(table, receipts, Dataset.REDUCED);
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

    private static List<Document> documents(RunReport report) {
        return List.of(
                new Document("rejects/rejects.csv", Csv.rejections(report.rejections())),
                new Document("pca.json", report.projection().toJson()),
                new Document(
                        "explained-variance.csv",
                        report.projection().explainedVariance().toCsv()),
                new Document("manifest.json", Manifest.of(report)));
    }
}
