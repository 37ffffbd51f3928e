package dev.fruits.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Writes results as Parquet into any store: each table as {@code features/part-….parquet}, with the columns {@code path},
 * {@code label} (strings) and the vector (a list of floats), compressed with zstd; documents beside them. Nothing is
 * visible before the commit; a commit that fails leaves earlier results unchanged. Other files in the store are never
 * changed. One run at a time may write to a store. Safe for many threads.
 *
 * @param store where the results are stored
 * @param existing what to do if the store already holds results
 */
public record ParquetSink(ResultStore store, ExistingResults existing) implements ResultSink {
    /** A sink that refuses a store which holds results already. */
    public static ParquetSink into(ResultStore store) {
        return new ParquetSink(store, ExistingResults.REFUSE);
    }

    @Override
    public Location location() {
        return store.location();
    }

    @Override
    public void check() throws IOException {
        if (existing == ExistingResults.REFUSE && store.holdsResults()) {
            throw ResultLayout.refusal(location());
        }
    }

    /**
     * Checks that the store can be written to and removes what a killed run left.
     *
     * @throws WrongUseException if the location is a file, or holds results that may not be replaced
     * @throws IOException if the store cannot be written to
     */
    @Override
    public void prepare() throws IOException {
        warnIfSlow();
        check();
        store.prepare();
    }

    /** parquet-java logs every value at DEBUG. Its logger carries the name that parquet-java has inside the jar. */
    private static void warnIfSlow() {
        if (LoggerFactory.getLogger("org.apache.parquet").isDebugEnabled()) {
            System.getLogger(ParquetSink.class.getName())
                    .log(
                            Level.WARNING,
                            "org.apache.parquet logs at DEBUG, which makes writing 16 to 37 times slower;"
                                    + " set that logger to INFO in the logging configuration");
        }
    }

    @Override
    public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) throws IOException {
        return new PartWriter(
                store.stage(dataset.name(), partition, attempt, PartWriter.SUFFIX), dataset, partition, attempt);
    }

    /**
     * Publishes all parts and documents, or nothing.
     *
     * @throws RunFailedException if two receipts claim one partition, or a part is missing
     * @throws WrongUseException if results that may not be replaced have appeared since {@link #prepare()}
     * @throws IOException if the store fails
     */
    @Override
    public void commit(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        ResultLayout.requireOnePartEach(location(), receipts);
        check();
        store.publish(receipts, documents);
    }

    @Override
    public void abort() {
        store.abandon();
    }
}
