package dev.fruits.spark.follow;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.spi.FollowListener;
import dev.fruits.core.spi.FollowProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.Following;
import dev.fruits.spark.hadoop.HadoopPlace;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Follows with Structured Streaming: its file source tells which files are new and its checkpoint, in the results' folder
 * {@code _checkpoint}, which batch they belong to; each batch is a run of the pipeline on the given engine, and its results
 * are whole or not there.
 */
public final class SparkFollowProvider implements FollowProvider {
    @Override
    public String engine() {
        return "spark";
    }

    @Override
    public Following start(FollowRequest request, Engine engine, FollowListener listener) throws IOException {
        SparkSession session = session(engine);
        Location images = absolute(request.images().location());
        FollowPlace place = FollowPlace.at(absolute(request.out()));
        String pca = text(absolute(request.projection()));
        PcaProjection projection = PcaProjection.fromJson(request.projection().text(), pca);
        projection.requireFeaturesOf(request.extractor());
        NewImages folder = NewImages.in(images);
        place.begin(FollowIdentity.of(images, request.extractor().model(), pca), pca);
        BatchWork work = new BatchWork(request, projection, folder, engine, place, listener);
        return StreamFollowing.of(folder.start(session, place.checkpoint(), request.once(), work), place);
    }

    private static SparkSession session(Engine engine) {
        return SparkSession.getActiveSession()
                .getOrElse(() -> SparkSession.getDefaultSession().getOrElse(() -> {
                    throw new WrongUseException(
                            "engine " + engine.name() + ": runs no Spark, which --follow needs; pass --engine spark");
                }));
    }

    private static String text(Location projection) throws IOException {
        HadoopPlace place = HadoopPlace.of("projection", projection);
        try {
            return TextFiles.read(place.fileSystem(), place.path());
        } catch (IOException e) {
            throw new WrongUseException(
                    "projection " + projection + ": cannot be read (" + HadoopReason.of(e)
                            + "); give the pca.json of a finished run",
                    e);
        }
    }

    /** Relative paths would be Hadoop's to interpret. */
    private static Location absolute(Location location) {
        return location.isLocal()
                ? new Location(
                        "file://" + Path.of(location.text()).toAbsolutePath().normalize())
                : location;
    }
}
