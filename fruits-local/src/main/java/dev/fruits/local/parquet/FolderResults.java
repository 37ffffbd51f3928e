package dev.fruits.local.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A finished run's folder on the local disk, written by {@link ParquetSink} or by Spark. */
record FolderResults(ResultFolder folder) implements RunResults {
    @Override
    public Location location() {
        return folder.location();
    }

    @Override
    public Optional<String> document(String name) throws IOException {
        Path file = folder.root().resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public long rowCount(Dataset dataset) throws IOException {
        PartUse use = PartUse.reading(dataset);
        long rows = 0;
        for (Path part : parts(use)) {
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

    private List<Path> parts(PartUse use) throws IOException {
        String table = use.dataset().name();
        List<Path> parts = folder.parts(table);
        if (parts.isEmpty()) {
            throw new RunFailedException("run " + location() + ": has no " + table + "/part-*.parquet" + use.remedy());
        }
        return parts;
    }
}
