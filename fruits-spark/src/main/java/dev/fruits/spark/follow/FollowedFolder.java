package dev.fruits.spark.follow;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.hadoop.HadoopLocation;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;
import org.apache.spark.sql.SparkSession;

/**
 * Follows a folder with Structured Streaming. Its file source finds the new files; its checkpoint, {@code _checkpoint} in
 * the results' folder, assigns them to batches; each batch is one run of the pipeline, whose results are complete or
 * absent.
 */
public final class FollowedFolder {
    private FollowedFolder() {}

    /**
     * As {@link dev.fruits.core.spi.EngineProvider#follow}; ends when the stream or the process is stopped.
     *
     * @param session runs the stream
     * @param engine runs each batch
     */
    public static FollowTotals follow(
            SparkSession session, FollowRequest request, Engine engine, ObjLongConsumer<RunReport> listener)
            throws IOException {
        Location images = absolute(request.images().location());
        FollowedResults results =
                new FollowedResults(HadoopLocation.of("out", absolute(request.out()), StoreSettings.DEFAULT));
        String pca = text(absolute(request.projection()));
        PcaProjection projection = PcaProjection.fromJson(request.projection().text(), pca);
        projection.requireFeaturesOf(request.extractor());
        NewImages folder = NewImages.in(images);
        results.begin(FollowIdentity.of(images, request.extractor().model(), pca), pca);
        BatchRun batches = new BatchRun(request, projection, folder, engine, results, listener);
        StreamFollowing.await(folder.start(session, results.checkpoint(), request.once(), batches::process), results);
        return results.totals();
    }

    private static String text(Location projection) throws IOException {
        HadoopLocation file = HadoopLocation.of("projection", projection, StoreSettings.DEFAULT);
        try {
            return file.read(file.path());
        } catch (IOException e) {
            throw new WrongUseException(
                    "projection " + projection + ": cannot be read (" + HadoopReason.of(e)
                            + "); give the pca.json of a finished run",
                    e);
        }
    }

    /** Hadoop resolves a relative path against the user's home. */
    private static Location absolute(Location location) {
        return location.isLocal()
                ? new Location("file://"
                        + Path.of(location.localPath()).toAbsolutePath().normalize())
                : location;
    }
}
