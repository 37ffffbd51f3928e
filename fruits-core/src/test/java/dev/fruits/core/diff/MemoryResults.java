package dev.fruits.core.diff;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.RunResults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of a run in memory; counts how often a table is read. */
final class MemoryResults implements RunResults {
    private final Location location;
    private final Map<String, List<FeatureRow>> tables = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private int reads;

    MemoryResults(String location) {
        this.location = new Location(location);
    }

    MemoryResults table(String name, List<FeatureRow> rows) {
        tables.put(name, List.copyOf(rows));
        return this;
    }

    MemoryResults document(String name, String text) {
        documents.put(name, text);
        return this;
    }

    MemoryResults without(String name) {
        documents.remove(name);
        return this;
    }

    int reads() {
        return reads;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public Optional<String> document(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public long rowCount(Dataset dataset) {
        return table(dataset).size();
    }

    @Override
    public Stream<FeatureRow> rows(Dataset dataset) {
        reads++;
        return table(dataset).stream();
    }

    private List<FeatureRow> table(Dataset dataset) {
        List<FeatureRow> rows = tables.get(dataset.name());
        if (rows == null) {
            throw new RunFailedException("run " + location + ": has no " + dataset.name());
        }
        return rows;
    }
}
