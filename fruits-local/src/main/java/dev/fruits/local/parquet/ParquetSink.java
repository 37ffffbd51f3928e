package dev.fruits.local.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.spi.ExistingResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Results in a folder of the local disk: a table as {@code features/part-00000.parquet} and so on, with the columns
 * {@code path}, {@code label} (strings) and the vector (a list of floats), zstd-compressed; documents beside them. Parts
 * wait in a hidden folder inside and are renamed at the commit; a commit that fails puts everything back. Files that
 * fruits does not name so itself are left alone. One run at a time may write to a folder. Safe for many threads.
 *
 * @param location the folder, made where it is missing
 * @param existing what to do where it holds results already
 */
public record ParquetSink(Location location, ExistingResults existing) implements ResultSink {
    /**
     * Checks the form of the path; nothing is written yet.
     *
     * @throws WrongUseException if the location is no path of the local file system
     */
    public ParquetSink {
        ResultFolder.at(location);
    }

    /** A sink that refuses a folder which holds results already. */
    public static ParquetSink into(Path folder) {
        return new ParquetSink(new Location(folder.toString()), ExistingResults.REFUSE);
    }

    /**
     * Makes the folder, checks that it can be written to and removes what a killed run left unfinished.
     *
     * @throws WrongUseException if the location is a file, or holds results that may not be replaced
     * @throws IOException if the folder cannot be made or written to
     */
    @Override
    public void prepare() throws IOException {
        ParquetLogging.warnIfSlow();
        ResultFolder folder = ResultFolder.at(location);
        folder.requireFolder();
        refuseEarlierResults(folder);
        folder.prepareStaging();
    }

    @Override
    public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) throws IOException {
        return PartWriter.open(ResultFolder.at(location).stagedParts(), dataset, partition, attempt);
    }

    /**
     * Publishes all parts and documents, or none.
     *
     * @throws RunFailedException if two receipts claim one partition, or a part is gone
     * @throws WrongUseException if results that may not be replaced have appeared since {@link #prepare()}
     * @throws IOException if the disk fails
     */
    @Override
    public void commit(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        ResultLayout.requireOnePartEach(location, receipts);
        ResultFolder folder = ResultFolder.at(location);
        refuseEarlierResults(folder);
        folder.publish(receipts, documents);
        folder.discardStaging();
    }

    @Override
    public void abort() {
        ResultFolder.at(location).abandon();
    }

    private void refuseEarlierResults(ResultFolder folder) throws IOException {
        if (existing == ExistingResults.REFUSE && !folder.earlierResults().isEmpty()) {
            throw ResultLayout.refusal(location);
        }
    }
}
