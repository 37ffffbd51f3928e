package dev.fruits.spark.follow;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetSink;
import dev.fruits.spark.hadoop.HadoopLocation;
import dev.fruits.spark.hadoop.HadoopReason;
import dev.fruits.spark.hadoop.HadoopResultStore;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The results of a followed folder: each batch in {@code batch=000000} and so on, in the layout of a run; beside them
 * {@code follow.json}, {@code pca.json} and Spark's {@code _checkpoint}.
 *
 * @param out the folder of the results
 */
record FollowedResults(HadoopLocation out) {
    private static final String BATCH = "batch=";
    /** Option in a batch's manifest: the id of its stream. */
    static final String STREAM = "stream";

    /**
     * Creates the folder, or checks that it continues the same following.
     *
     * @throws dev.fruits.core.WrongUseException if it holds the results of a run, or was written with another folder, model
     *     or projection
     */
    void begin(FollowIdentity identity, String pca) throws IOException {
        Path file = out.resolve("follow.json");
        try {
            if (out.files().exists(file)) {
                FollowIdentity.fromJson(file.toString(), out.read(file)).require(out.location(), identity);
                return;
            }
            if (store(out.location()).isFinished() || out.files().exists(out.resolve("features"))) {
                throw ResultLayout.refusal(out.location());
            }
            out.write(out.resolve("pca.json"), pca);
            out.write(file, Json.write(identity));
        } catch (IOException e) {
            throw new IOException(
                    "out " + out.location() + ": cannot be written to (" + HadoopReason.of(e)
                            + "); let this user write there or give another --out",
                    e);
        }
    }

    Path checkpoint() {
        return out.resolve("_checkpoint");
    }

    /** A batch that runs again replaces what an interrupted run of it left. */
    ResultSink sink(long batch) {
        return new ParquetSink(store(name(batch)), ExistingResults.REPLACE);
    }

    /**
     * True if the results of a batch are complete: the process ended between them and Spark's checkpoint.
     *
     * @throws RunFailedException if they belong to another stream, whose checkpoint is missing
     */
    boolean isComplete(long batch, String stream) throws IOException {
        HadoopResultStore store = store(name(batch));
        if (!store.isFinished()) {
            return false;
        }
        String before = manifest(store).object("options").string(STREAM, "");
        if (!before.equals(stream)) {
            throw new RunFailedException("out " + out.location() + ": " + name(batch)
                    + " was written by another stream, whose _checkpoint is missing; images would be processed twice:"
                    + " restore the checkpoint, or give another --out");
        }
        return true;
    }

    /** The ledger over all complete batches. */
    FollowTotals totals() throws IOException {
        FollowTotals totals = FollowTotals.NONE;
        for (FileStatus folder : out.children(out.path())) {
            String name = folder.getPath().getName();
            if (folder.isDirectory() && name.startsWith(BATCH) && store(name).isFinished()) {
                JsonFields counts = manifest(store(name)).object("counts");
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

    private static JsonFields manifest(HadoopResultStore store) throws IOException {
        String name = store.location() + "/manifest.json";
        return JsonFields.parse(
                name,
                store.text("manifest.json")
                        .orElseThrow(() ->
                                new RunFailedException(name + ": is missing; restore it, or give another --out")));
    }

    private HadoopResultStore store(String batch) {
        return store(new Location(out.location().text() + "/" + batch));
    }

    private static HadoopResultStore store(Location location) {
        return new HadoopResultStore(location, StoreSettings.DEFAULT);
    }

    private static String name(long batch) {
        return String.format(Locale.ROOT, BATCH + "%06d", batch);
    }
}
