package dev.fruits.cli.fake;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code fake://…}: keeps the documents of a run in memory, and none of its rows. */
public record FakeResultStore(Location location) implements ResultStore {
    private static final Map<Location, List<Document>> PUBLISHED = new ConcurrentHashMap<>();

    /** What a run left at {@code location} under {@code name}. */
    public static Optional<String> document(String location, String name) {
        return new FakeResultStore(new Location(location)).text(name);
    }

    @Override
    public boolean holdsResults() {
        return isFinished();
    }

    @Override
    public void prepare() {}

    @Override
    public StagedPart stage(String table, int partition, long attempt, String suffix) {
        return new StagedPart() {
            @Override
            public void write(byte[] bytes, int offset, int length) {}

            @Override
            public String finish() {
                return "";
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void publish(List<WriteReceipt> receipts, List<Document> documents) {
        PUBLISHED.put(location, List.copyOf(documents));
    }

    @Override
    public void abandon() {}

    @Override
    public boolean isFinished() {
        return PUBLISHED.containsKey(location);
    }

    @Override
    public void requireFinished() {
        if (!isFinished()) {
            throw ResultLayout.unfinished(location, false);
        }
    }

    @Override
    public List<StoredPart> parts(String table, String suffix) {
        return List.of();
    }

    @Override
    public InputStream open(StoredPart part, long begin, long length) {
        return InputStream.nullInputStream();
    }

    @Override
    public Optional<String> text(String name) {
        return PUBLISHED.getOrDefault(location, List.of()).stream()
                .filter(document -> document.name().equals(name))
                .map(Document::text)
                .findFirst();
    }
}
