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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results below a prefix of a bucket, for any format:
 *
 * <pre>{@code
 * ResultStore results = new S3ResultStore(new Location("s3://my-results/fruits"), StoreSettings.DEFAULT);
 * }</pre>
 *
 * <p>A part is a multipart upload to its final key, {@code features/part-00000-<random>.parquet}; it is a pending upload
 * until the publication completes it. A failure of the publication restores what was replaced; a kill leaves the location
 * without its marker.
 *
 * @param location {@code s3://bucket/prefix}
 * @param settings how the bucket is reached and how objects are encrypted
 */
public record S3ResultStore(Location location, StoreSettings settings) implements ResultStore {
    /**
     * Checks the form of the location; no request is made.
     *
     * @throws WrongUseException if it is not an {@code s3://} location, has an invalid bucket name, or holds credentials
     */
    public S3ResultStore {
        S3Location.of("out", location);
    }

    @Override
    public boolean holdsResults() throws IOException {
        return !own().present().isEmpty();
    }

    /** {@inheritDoc} It begins an upload and aborts it, so nothing is visible and a versioned bucket keeps nothing. */
    @Override
    public void prepare() throws IOException {
        own().abortPending();
        S3Objects objects = written();
        for (ListedObject left :
                objects.list(location, RunObjects.STAGING, null).objects()) {
            objects.delete(location.resolve(left.path()));
        }
        MultipartUploads uploads = new MultipartUploads(objects);
        uploads.abort(uploads.begin(location.resolve(RunObjects.STAGING + "probe"), Map.of()));
    }

    @Override
    public StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException {
        String name = RunObjects.newPart(table, partition, suffix);
        return new S3StagedPart(new MultipartUploads(written()), location, name);
    }

    @Override
    public void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        new S3Publication(written(), location).publish(receipts, documents);
    }

    @Override
    public void abandon() {
        String remedy = "; pending uploads are removed by the next run to this location, or by a lifecycle rule of the"
                + " bucket";
        Uninterrupted.runOrLog(Level.WARNING, remedy, own()::abortPending);
    }

    @Override
    public boolean isFinished() throws IOException {
        return read().exists(location.resolve(ResultSink.SUCCESS_MARKER));
    }

    @Override
    public void requireFinished() throws IOException {
        S3Objects objects = read();
        if (objects.isEmpty(location)) {
            throw new WrongUseException("run " + location + ": holds no objects; check the bucket and the prefix");
        }
        if (!isFinished()) {
            throw ResultLayout.unfinished(location, objects.exists(location.resolve("manifest.json")));
        }
    }

    @Override
    public List<StoredPart> parts(String table, String suffix) throws IOException {
        return new RunObjects(read(), location)
                .children(table).stream()
                        .filter(part ->
                                ResultLayout.isPart(part.name()) && part.name().endsWith(suffix))
                        .map(part -> new StoredPart(part.path(), part.bytes()))
                        .toList();
    }

    @Override
    public InputStream open(StoredPart part, long begin, long length) {
        return new RangedStream(read(), location.resolve(part.name()), begin, length);
    }

    @Override
    public Optional<String> text(String name) {
        try {
            return read().readText(location.resolve(name)).map(S3Objects.VersionedText::text);
        } catch (IOException e) {
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private RunObjects own() {
        return new RunObjects(written(), location);
    }

    private S3Objects written() {
        return new S3Objects("out", settings);
    }

    private S3Objects read() {
        return new S3Objects("run", settings);
    }
}
