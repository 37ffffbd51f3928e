package dev.fruits.spark.follow;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The results of a batch without the projection, which is the same for all batches and is stored beside them.
 *
 * @param results of the batch
 */
record BatchSink(ResultSink results) implements ResultSink {
    private static final Set<String> COMMON = Set.of("pca.json", "explained-variance.csv");

    @Override
    public Location location() {
        return results.location();
    }

    @Override
    public void prepare() throws IOException {
        results.prepare();
    }

    @Override
    public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) throws IOException {
        return results.openWriter(dataset, partition, attempt);
    }

    @Override
    public void commit(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        results.commit(
                receipts,
                documents.stream()
                        .filter(document -> !COMMON.contains(document.name()))
                        .toList());
    }

    @Override
    public void abort() {
        results.abort();
    }
}
