package dev.fruits.cli.fake;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code fake://…}: keeps the documents of a run in memory. */
public final class FakeSinks implements ResultSinkProvider {
    private static final Map<Location, List<Document>> COMMITTED = new ConcurrentHashMap<>();

    /** What a run left at {@code location} under {@code name}. */
    public static Optional<String> document(String location, String name) {
        return COMMITTED.getOrDefault(new Location(location), List.of()).stream()
                .filter(document -> document.name().equals(name))
                .map(Document::text)
                .findFirst();
    }

    @Override
    public boolean handles(Location location) {
        return location.scheme().filter("fake"::equals).isPresent();
    }

    @Override
    public ResultSink open(Location location, ExistingResults existing) {
        return new Sink(location, existing);
    }

    @Override
    public EarlierFeatures earlierFeatures(Location location) {
        return EarlierFeatures.NONE;
    }

    private record Sink(Location location, ExistingResults existing) implements ResultSink {
        @Override
        public void prepare() {
            if (existing == ExistingResults.REFUSE && COMMITTED.containsKey(location)) {
                throw new WrongUseException("out " + location + ": holds results; pass --resume or --overwrite");
            }
        }

        @Override
        public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) {
            return new Writer(dataset, partition, attempt);
        }

        @Override
        public void commit(List<WriteReceipt> receipts, List<Document> documents) {
            COMMITTED.put(location, List.copyOf(documents));
        }

        @Override
        public void abort() {}
    }

    private static final class Writer implements PartitionWriter {
        private final Dataset dataset;
        private final int partition;
        private final long attempt;
        private long rows;

        Writer(Dataset dataset, int partition, long attempt) {
            this.dataset = dataset;
            this.partition = partition;
            this.attempt = attempt;
        }

        @Override
        public void write(FeatureRow row) {
            rows++;
        }

        @Override
        public WriteReceipt finish() {
            return new WriteReceipt(dataset.name(), partition, attempt, rows, "");
        }

        @Override
        public void close() {}
    }
}
