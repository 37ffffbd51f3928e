package dev.fruits.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of a finished run, written by {@link ParquetSink} or by Spark.
 *
 * @param store where they are
 */
public record ParquetResults(ResultStore store) implements RunResults {
    /**
     * Opens the results of a finished run; reads no table.
     *
     * @throws dev.fruits.core.WrongUseException if no run has finished there; the message names the remedy
     * @throws IOException if the store cannot be read
     */
    public static ParquetResults of(ResultStore store) throws IOException {
        store.requireFinished();
        return new ParquetResults(store);
    }

    @Override
    public Location location() {
        return store.location();
    }

    @Override
    public Optional<String> document(String name) throws IOException {
        return store.text(name);
    }

    @Override
    public long rowCount(Dataset dataset) throws IOException {
        PartUse use = PartUse.reading(dataset);
        long rows = 0;
        for (PartFile part : parts(use)) {
            try (PartReader reader = PartReader.open(part, use)) {
                rows += reader.rowCount();
            }
        }
        return rows;
    }

    @Override
    public Stream<FeatureRow> rows(Dataset dataset) throws IOException {
        PartUse use = PartUse.reading(dataset);
        return FeatureRows.stream(parts(use), use);
    }

    private List<PartFile> parts(PartUse use) throws IOException {
        String table = use.dataset().name();
        List<PartFile> parts = PartFile.all(store, table);
        if (parts.isEmpty()) {
            throw new RunFailedException("run " + location() + ": has no " + table + "/part-*.parquet" + use.remedy());
        }
        return parts;
    }
}
