package dev.fruits.spark.follow;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetSink;
import dev.fruits.spark.hadoop.HadoopLocation;
import dev.fruits.spark.hadoop.HadoopReason;
import dev.fruits.spark.hadoop.HadoopResultStore;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Where the results of a followed folder lie: each batch in {@code batch=000000} and so on, as a run leaves them; beside
 * them {@code follow.json}, {@code pca.json} and Spark's {@code _checkpoint}.
 *
 * @param place the results' folder
 */
record FollowPlace(HadoopLocation place) {
    private static final String BATCH = "batch=";
    /** Option of a batch's manifest: the stream that it belongs to. */
    static final String STREAM = "stream";

    static FollowPlace at(Location out) throws IOException {
        return new FollowPlace(HadoopLocation.of("out", out));
    }

    /**
     * Makes the place, or checks that it is the same as before.
     *
     * @throws dev.fruits.core.WrongUseException if it holds a run's results, or follows something else
     */
    void begin(FollowIdentity identity, String pca) throws IOException {
        Path file = new Path(place.path(), "follow.json");
        try {
            if (place.files().exists(file)) {
                FollowIdentity.fromJson(file.toString(), TextFiles.read(place.files(), file))
                        .require(place.location(), identity);
                return;
            }
            refuseResults();
            TextFiles.write(place.files(), new Path(place.path(), "pca.json"), pca);
            TextFiles.write(place.files(), file, identity.toJson());
        } catch (IOException e) {
            throw new IOException(
                    "out " + place.location() + ": cannot be written to (" + HadoopReason.of(e)
                            + "); let this user write there or give another --out",
                    e);
        }
    }

    private void refuseResults() throws IOException {
        Path features = new Path(place.path(), "features");
        Path marker = new Path(place.path(), ResultSink.SUCCESS_MARKER);
        if (place.files().exists(marker) || place.files().exists(features)) {
            throw ResultLayout.refusal(place.location());
        }
    }

    Path checkpoint() {
        return new Path(place.path(), "_checkpoint");
    }

    /** A batch that is tried again replaces what a killed try left. */
    ResultSink sink(long batch) {
        Location folder = new Location(place.location().text() + "/" + name(batch));
        return new ParquetSink(new HadoopResultStore(folder, StoreSettings.DEFAULT), ExistingResults.REPLACE);
    }

    /**
     * True if a batch's results are whole: the process ended before Spark's checkpoint knew.
     *
     * @throws RunFailedException if they belong to another stream, whose checkpoint is gone
     */
    boolean isWhole(long batch, String stream) throws IOException {
        Path folder = new Path(place.path(), name(batch));
        if (!place.files().exists(new Path(folder, ResultSink.SUCCESS_MARKER))) {
            return false;
        }
        String before = manifest(folder).object("options").string(STREAM, "");
        if (!before.equals(stream)) {
            throw new RunFailedException("out " + place.location() + ": " + name(batch)
                    + " was written by another stream, whose _checkpoint is gone; images would be repeated: put the"
                    + " checkpoint back, or give another --out");
        }
        return true;
    }

    /** The ledger over all whole batches. */
    FollowTotals totals() throws IOException {
        FollowTotals totals = FollowTotals.NONE;
        for (Path folder : batches()) {
            if (place.files().exists(new Path(folder, ResultSink.SUCCESS_MARKER))) {
                JsonFields counts = manifest(folder).object("counts");
                totals = totals.plus(new FollowTotals(
                        1,
                        counts.integer("listed"),
                        counts.integer("results"),
                        counts.integer("rejected"),
                        counts.integer("ignored")));
            }
        }
        return totals;
    }

    private Iterable<Path> batches() throws IOException {
        return Stream.of(place.files().listStatus(place.path()))
                .filter(FileStatus::isDirectory)
                .map(FileStatus::getPath)
                .filter(folder -> folder.getName().startsWith(BATCH))
                .sorted()
                .toList();
    }

    private JsonFields manifest(Path folder) throws IOException {
        Path file = new Path(folder, "manifest.json");
        return JsonFields.parse(file.toString(), TextFiles.read(place.files(), file));
    }

    private static String name(long batch) {
        return String.format(Locale.ROOT, BATCH + "%06d", batch);
    }
}
