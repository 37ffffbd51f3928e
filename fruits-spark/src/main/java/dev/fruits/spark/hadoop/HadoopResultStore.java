package dev.fruits.spark.hadoop;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartSlice;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.store.StoreSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.mapreduce.JobStatus;

/**
 * Results on any Hadoop file system: a part as {@code features/part-00000-<run>.parquet}. The committer that Hadoop's
 * configuration names for the scheme publishes: {@code FileOutputCommitter} by renaming, an S3A committer by completing
 * uploads, on Amazon EMR its own. Works from every engine, and without Spark running; in Spark tasks, only attempts that
 * Spark's coordinator lets commit are published. Files that fruits does not name so itself are left alone. One run at a
 * time may write to a location. Safe for many threads.
 *
 * @param location {@code hdfs://}, {@code s3a://}, {@code s3://}, {@code file:///}
 * @param settings how an object store is reached
 */
public record HadoopResultStore(Location location, StoreSettings settings) implements ResultStore {
    /**
     * Checks the form of the location; writes nothing.
     *
     * @throws dev.fruits.core.WrongUseException if it has no scheme, or credentials in it
     */
    public HadoopResultStore {
        HadoopLocation.check("out", location);
    }

    @Override
    public boolean holdsResults() throws IOException {
        HadoopResultFolder folder = written();
        return !folder.ownFiles().isEmpty() || !folder.ownFilesInFolders().isEmpty();
    }

    @Override
    public void prepare() throws IOException {
        try {
            HadoopResultFolder folder = written();
            if (folder.isFile()) {
                throw new WrongUseException("out " + location + ": is a file; give a folder");
            }
            discard(folder);
            HadoopWriteJob job = folder.begin(UUID.randomUUID().toString());
            job.committer().setupJob(job.context());
        } catch (IOException e) {
            throw new IOException(
                    "out " + location + ": cannot be written to (" + HadoopReason.of(e)
                            + "); let this user write there or give another --out",
                    e);
        }
    }

    @Override
    public StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException {
        return HadoopStagedPart.open(job(written()), table, partition, attempt, suffix);
    }

    /** {@inheritDoc} If the very last step fails, the earlier results are gone and the marker is not set. */
    @Override
    public void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        try {
            HadoopResultFolder folder = written();
            new HadoopPublication(folder, job(folder)).publish(receipts, documents);
            folder.discardStaging();
        } catch (InterruptedIOException e) {
            throw new IOException(
                    "out " + location + ": interrupted during publication, nothing of it is visible; run again", e);
        } catch (IOException e) {
            throw new IOException(
                    "out " + location + ": results cannot be published (" + HadoopReason.of(e)
                            + "); free space there or give another --out",
                    e);
        }
    }

    @Override
    public void abandon() {
        try {
            HadoopResultFolder folder = written();
            discard(folder);
            folder.discardEmptyFolders();
        } catch (IOException | RuntimeException e) {
            System.getLogger(HadoopResultStore.class.getName())
                    .log(
                            Level.WARNING,
                            "out " + location + ": what was not published cannot be removed (" + HadoopReason.of(e)
                                    + "); remove its .staging-fruits, _temporary and __magic* by hand");
        }
    }

    @Override
    public boolean isFinished() throws IOException {
        HadoopResultFolder folder = read();
        return folder.files().exists(folder.resolve(ResultSink.SUCCESS_MARKER));
    }

    @Override
    public void requireFinished() throws IOException {
        HadoopResultFolder folder = read();
        if (!folder.files().exists(folder.at().path())) {
            throw new WrongUseException("run " + location + ": no such folder; check the path");
        }
        if (folder.isFile()) {
            throw new WrongUseException("run " + location + ": is a file; give the folder with the results of a run");
        }
        if (!isFinished()) {
            throw ResultLayout.unfinished(location, folder.files().exists(folder.resolve("manifest.json")));
        }
    }

    @Override
    public List<StoredPart> parts(String table, String suffix) throws IOException {
        HadoopResultFolder folder = read();
        return folder.at().children(folder.resolve(table)).stream()
                .filter(file -> ResultLayout.isPart(file.getPath().getName()))
                .filter(file -> file.getPath().getName().endsWith(suffix))
                .map(file -> new StoredPart(table + "/" + file.getPath().getName(), file.getLen()))
                .toList();
    }

    @Override
    public InputStream open(StoredPart part, long begin, long length) throws IOException {
        HadoopResultFolder folder = read();
        try {
            FSDataInputStream file = folder.at().openSlice(folder.resolve(part.name()), part.size(), length);
            file.seek(begin);
            return new PartSlice(file, length);
        } catch (IOException e) {
            throw new IOException(HadoopReason.of(e), e);
        }
    }

    @Override
    public Optional<String> text(String name) throws IOException {
        HadoopResultFolder folder = read();
        try {
            return Optional.of(folder.at().read(folder.resolve(name)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException(HadoopReason.of(e), e);
        }
    }

    /** Aborts uploads that wait for a commit, too: they are the committer's. */
    private static void discard(HadoopResultFolder folder) throws IOException {
        HadoopWriteJob job = folder.job().orElse(null);
        if (job != null) {
            job.committer().abortJob(job.context(), JobStatus.State.FAILED);
        }
        folder.discardStaging();
    }

    private HadoopWriteJob job(HadoopResultFolder folder) throws IOException {
        return folder.job()
                .orElseThrow(() -> new RunFailedException(
                        "out " + location + ": its staging folder is missing; give each run its own --out"));
    }

    private HadoopResultFolder written() throws IOException {
        return new HadoopResultFolder(HadoopLocation.of("out", location, settings));
    }

    private HadoopResultFolder read() throws IOException {
        return new HadoopResultFolder(HadoopLocation.of("run", location, settings));
    }
}
