package dev.fruits.cli.evaluate;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the features of a folder of photographs in a folder of their own, so that each photograph goes through the CNN
 * once: what is there of the same photographs by the same CNN is used again.
 */
final class FeatureStore {
    private final Adapters adapters;
    private final FeatureExtractor extractor;
    private final Extraction extraction;
    private final InstantSource clock;

    FeatureStore(Adapters adapters, FeatureExtractor extractor, Extraction extraction, InstantSource clock) {
        this.adapters = adapters;
        this.extractor = extractor;
        this.extraction = extraction;
        this.clock = clock;
    }

    /**
     * Extracts what is missing.
     *
     * @param images the photographs
     * @param folder where features are kept
     * @param given features that are used in place of what the folder holds, unless they are {@link EarlierFeatures#NONE}
     * @throws IOException if reading or writing fails
     */
    StoredFeatures of(Location images, Path folder, EarlierFeatures given) throws IOException {
        ImageSource source = adapters.source(images).open(images);
        ImageListing listing = extraction.drawnOf(source.list());
        StoreRecord earlier = StoreRecord.in(folder);
        Location place = new Location(folder.toString());
        ResultSinkProvider sinks = adapters.sink(place);
        boolean own = earlier.isOf(source, extractor) && given == EarlierFeatures.NONE;
        EarlierFeatures reusable = own ? sinks.earlierFeatures(place) : given;
        ResultSink sink = sinks.open(place, ExistingResults.REPLACE);
        sink.prepare();
        Engine engine = adapters.engine(extraction.engine()).open(settings(folder));
        try {
            Instant started = clock.instant();
            FeatureTable table = engine.extract(source, listing, extractor, options(reusable));
            double pace = pace(table, started, earlier, source);
            StoredFeatures features = new StoredFeatures(source, listing, engine, table, pace);
            if (!own || table.counts().cnnRuns() > 0) {
                keep(features, sink, started);
            } else {
                sink.abort();
            }
            return features;
        } catch (IOException | RuntimeException e) {
            sink.abort();
            engine.close();
            throw e;
        }
    }

    private EngineSettings settings(Path folder) {
        return new EngineSettings(extraction.threads(), folder.resolve(".work"), true);
    }

    private ExtractionOptions options(EarlierFeatures reusable) {
        return new ExtractionOptions(extraction.batch(), reusable, extraction.listener());
    }

    private double pace(FeatureTable table, Instant started, StoreRecord earlier, ImageSource source) {
        long millis = Duration.between(started, clock.instant()).toMillis();
        long runs = table.counts().cnnRuns();
        if (runs == 0) {
            return earlier.isOf(source, extractor) ? earlier.imagesPerSecond() : 0;
        }
        return millis == 0 ? 0 : 1000.0 * runs / millis;
    }

    private void keep(StoredFeatures features, ResultSink sink, Instant started) throws IOException {
        FeatureTable table = features.table();
        Dataset dataset = Dataset.features(extractor.model().fingerprint());
        sink.commit(
                table.write(Projection.identity(table.dimension()), dataset, sink),
                List.of(
                        new Document("rejects/rejects.csv", Csv.rejections(features.rejections())),
                        new Document(StoreRecord.FILE, Json.write(record(features, started)))));
    }

    private Map<String, Object> record(StoredFeatures features, Instant started) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "fruits-features");
        fields.put("version", 1);
        fields.put(StoreRecord.STARTED, started.toString());
        fields.put(StoreRecord.IMAGES, StoreRecord.placeOf(features.source()));
        fields.put(StoreRecord.MODEL, extractor.model().fingerprint());
        fields.put("results", features.table().rowCount());
        fields.put("rejected", features.rejections().size());
        fields.put("ignored", features.listing().ignoredCount());
        fields.put(StoreRecord.PACE, features.imagesPerSecond());
        return fields;
    }
}
