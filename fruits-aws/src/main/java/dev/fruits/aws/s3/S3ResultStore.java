package dev.fruits.aws.s3;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Results below a prefix of a bucket. A part is a multipart upload to its final key, {@code
 * features/part-00000-<random>.parquet}, and is seen when the upload is completed at the publication; before that, it is
 * a pending upload. New parts come to lie beside earlier ones, whose marker goes first; a failure puts back what was
 * replaced, a kill leaves a place without the marker.
 *
 * @param location {@code s3://bucket/prefix}
 * @param settings how the bucket is reached and what it is asked for
 */
public record S3ResultStore(Location location, StoreSettings settings) implements ResultStore {
    /**
     * Checks the form of the location; nothing is asked yet.
     *
     * @throws WrongUseException if it is no {@code s3://} location, names no bucket, or holds credentials
     */
    public S3ResultStore {
        S3Location.of("out", location);
    }

    @Override
    public boolean holdsResults() throws IOException {
        RunObjects own = new RunObjects(written());
        return !own.inFolders().isEmpty() || !own.besides().isEmpty();
    }

    /** {@inheritDoc} Begins an upload and gives it up, so nothing is seen and a versioned bucket keeps nothing. */
    @Override
    public void prepare() throws IOException {
        S3Objects objects = written();
        S3Uploads uploads = new S3Uploads(objects);
        uploads.abortPending();
        for (String name : objects.below(S3Publication.STAGING)) {
            objects.delete(name);
        }
        uploads.abort(uploads.begin(S3Publication.STAGING + "probe"));
    }

    @Override
    public StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException {
        return S3StagedPart.begin(new S3Uploads(written()), RunObjects.newPart(table, partition, suffix));
    }

    @Override
    public void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        new S3Publication(written()).publish(receipts, documents);
    }

    @Override
    public void abandon() {
        try {
            Uninterrupted.run(new S3Uploads(written())::abortPending);
        } catch (IOException | RuntimeException e) {
            System.getLogger(S3ResultStore.class.getName())
                    .log(
                            Level.WARNING,
                            e.getMessage() + "; uploads that are pending there are removed by the next run to the same"
                                    + " place, or by a lifecycle rule of the bucket");
        }
    }

    @Override
    public boolean isFinished() throws IOException {
        return read().has(ResultSink.SUCCESS_MARKER);
    }

    @Override
    public void requireFinished() throws IOException {
        S3Objects objects = read();
        if (objects.isEmpty()) {
            throw new WrongUseException("run " + location + ": nothing lies there; check the bucket and the prefix");
        }
        if (!isFinished()) {
            throw ResultLayout.unfinished(location, objects.has("manifest.json"));
        }
    }

    @Override
    public List<StoredPart> parts(String table, String suffix) throws IOException {
        return read().children(table + "/").stream()
                .filter(part -> ResultLayout.isPart(part.name().substring(table.length() + 1))
                        && part.name().endsWith(suffix))
                .toList();
    }

    @Override
    public InputStream open(StoredPart part, long begin, long length) {
        return new RangedStream(read(), part.name(), begin, length);
    }

    @Override
    public Optional<String> text(String name) {
        try {
            return read().get(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private S3Objects written() {
        return new S3Objects(S3Location.of("out", location), settings);
    }

    private S3Objects read() {
        return new S3Objects(S3Location.of("run", location), settings);
    }
}
