package dev.fruits.spark.parquet;

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
import dev.fruits.spark.hadoop.HadoopPlace;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.mapreduce.JobStatus;

/**
 * Results on any Hadoop file system: a table as {@code features/part-00000-<run>.parquet} and so on, in the layout that
 * fruits writes on a laptop, documents beside them. Spark's own Parquet library writes; the committer that Hadoop's
 * configuration names for the scheme publishes: {@code FileOutputCommitter} by renaming, an S3A committer by completing
 * uploads, on Amazon EMR its own. Works from every engine; on Spark's, only attempts that its coordinator lets commit
 * are published. Files that fruits does not name so itself are left alone. One run at a time may write to a place. Safe
 * for many threads.
 *
 * @param location {@code hdfs://}, {@code s3a://}, {@code s3://} or {@code file://}
 * @param existing what to do where it holds results already
 */
public record SparkParquetSink(Location location, ExistingResults existing) implements ResultSink {
    /**
     * Checks the form of the location; nothing is written yet.
     *
     * @throws WrongUseException if it has no scheme, or credentials in it
     */
    public SparkParquetSink {
        HadoopPlace.check("out", location);
    }

    /**
     * Makes the folder, checks that it can be written to and removes what a killed run left unfinished.
     *
     * @throws WrongUseException if the location is a file, has no file system on the class path, or holds results that
     *     may not be replaced
     * @throws IOException if the folder cannot be made or written to
     */
    @Override
    public void prepare() throws IOException {
        try {
            ResultPlace place = ResultPlace.at(location);
            place.requireFolder();
            refuseEarlierResults(place);
            discard(place);
            WriteJob job = place.begin(UUID.randomUUID().toString());
            job.committer().setupJob(job.context());
        } catch (IOException e) {
            throw new IOException(
                    "out " + location + ": cannot be written to (" + HadoopReason.of(e)
                            + "); let this user write there or give another --out",
                    e);
        }
    }

    @Override
    public PartitionWriter openWriter(Dataset dataset, int partition, long attempt) throws IOException {
        WriteJob job = ResultPlace.at(location).job().orElseThrow(this::unprepared);
        return PartWriter.open(job, dataset, partition, attempt);
    }

    /**
     * Publishes all parts and documents. If that fails, earlier results are as before; if the last step of it fails,
     * they are gone and the marker is not set.
     *
     * @throws RunFailedException if two receipts claim one partition, or a part is gone
     * @throws WrongUseException if results that may not be replaced have appeared since {@link #prepare()}
     * @throws IOException if the file system fails
     */
    @Override
    public void commit(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        ResultLayout.requireOnePartEach(location, receipts);
        try {
            ResultPlace place = ResultPlace.at(location);
            refuseEarlierResults(place);
            new Publication(place, place.job().orElseThrow(this::unprepared)).publish(receipts, documents);
            place.discardStaging();
        } catch (InterruptedIOException e) {
            throw new IOException("out " + location + ": publishing was stopped, nothing of it is seen; run again", e);
        } catch (IOException e) {
            throw new IOException(
                    "out " + location + ": results cannot be published (" + HadoopReason.of(e)
                            + "); free space there or give another --out",
                    e);
        }
    }

    @Override
    public void abort() {
        try {
            ResultPlace place = ResultPlace.at(location);
            discard(place);
            place.discardEmptyFolders();
        } catch (IOException | RuntimeException e) {
            System.getLogger(SparkParquetSink.class.getName())
                    .log(
                            Level.WARNING,
                            "out " + location + ": what was not committed cannot be removed (" + HadoopReason.of(e)
                                    + "); remove its .staging-fruits, _temporary and __magic* by hand");
        }
    }

    /** Uploads that wait for a commit are the committer's to abort. */
    private static void discard(ResultPlace place) throws IOException {
        WriteJob job = place.job().orElse(null);
        if (job != null) {
            job.committer().abortJob(job.context(), JobStatus.State.FAILED);
        }
        place.discardStaging();
    }

    private void refuseEarlierResults(ResultPlace place) throws IOException {
        if (existing == ExistingResults.REFUSE && place.holdsResults()) {
            throw ResultLayout.refusal(location);
        }
    }

    private RunFailedException unprepared() {
        return new RunFailedException("out " + location
                + ": its staging folder is gone before the commit; give each run an --out of its own");
    }
}
