package dev.fruits.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The features of a finished run. Their rows throw {@link RunFailedException} if a file cannot be read.
 *
 * @param store where the run's results are
 * @param extractedAfter when the run started
 */
public record ParquetFeatures(ResultStore store, Instant extractedAfter) implements EarlierFeatures {
    /**
     * The features in a store; {@link EarlierFeatures#NONE} if no run has finished there.
     *
     * @throws RunFailedException if the run's manifest does not say when it started
     * @throws IOException if the store cannot be read
     */
    public static EarlierFeatures in(ResultStore store) throws IOException {
        return store.isFinished() ? new ParquetFeatures(store, started(store)) : NONE;
    }

    @Override
    public Stream<FeatureRow> rows(ModelId model) throws IOException {
        return FeatureRows.stream(
                PartFile.all(store, Dataset.FEATURES), PartUse.resuming(Dataset.features(model.fingerprint())));
    }

    @Override
    public Optional<String> manifest() throws IOException {
        return store.text("manifest.json");
    }

    private static Instant started(ResultStore store) {
        String manifest = store.location() + "/manifest.json";
        try {
            return Manifest.started(
                    manifest,
                    store.text("manifest.json")
                            .orElseThrow(() -> new FileNotFoundException("no such file: " + manifest)));
        } catch (IOException e) {
            throw Manifest.startUnknown(manifest, String.valueOf(e.getMessage()), e);
        }
    }
}
