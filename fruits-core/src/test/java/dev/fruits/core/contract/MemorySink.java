package dev.fruits.core.contract;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A sink whose results stay in this JVM, found again by name, also from a copy that travelled. */
public record MemorySink(String name) implements ResultSink {
    private static final Map<String, Results> PLACES = new ConcurrentHashMap<>();

    /** What was committed at a place, and what waits. */
    private static final class Results {
        private final Map<String, List<FeatureRow>> waiting = new ConcurrentHashMap<>();
        private final Map<String, List<FeatureRow>> tables = new TreeMap<>();
        private final Map<String, String> documents = new TreeMap<>();
        private boolean aborted;
    }

    private Results results() {
        return PLACES.computeIfAbsent(name, key -> new Results());
    }

    /** The committed rows of a table; empty before a commit. */
    public List<FeatureRow> rows(String dataset) {
        return results().tables.getOrDefault(dataset, List.of());
    }

    /** The committed documents by name. */
    public Map<String, String> documents() {
        return results().documents;
    }

    public boolean wasAborted() {
        return results().aborted;
    }

    @Override
    public Location location() {
        return new Location("memory://" + name);
    }

    @Override
    public void prepare() {
        PLACES.put(name, new Results());
    }

    @Override
    public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) {
        List<FeatureRow> rows = new ArrayList<>();
        String token = dataset.name() + "/" + partition + "/" + attempt;
        return new PartitionWriter() {
            @Override
            public void write(FeatureRow row) {
                rows.add(row);
            }

            @Override
            public WriteReceipt finish() {
                results().waiting.put(token, rows);
                return new WriteReceipt(dataset.name(), partition, attempt, rows.size(), token);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void commit(List<WriteReceipt> receipts, List<Document> documents) {
        receipts.stream()
                .sorted(Comparator.comparing(WriteReceipt::partition))
                .forEach(receipt -> results()
                        .tables
                        .computeIfAbsent(receipt.dataset(), key -> new ArrayList<>())
                        .addAll(results().waiting.get(receipt.token())));
        documents.forEach(document -> results().documents.put(document.name(), document.text()));
    }

    @Override
    public void abort() {
        results().waiting.clear();
        results().aborted = true;
    }
}
