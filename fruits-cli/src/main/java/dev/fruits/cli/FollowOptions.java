package dev.fruits.cli;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code run} for a folder that keeps receiving images. */
final class FollowOptions {
    @Option(
            names = "--follow",
            description =
                    "Keep on: work on images as they appear below --images, each once. Needs Spark, --projection.")
    boolean follow;

    @Option(names = "--follow-once", description = "As --follow, but end when everything that is there is worked on.")
    boolean once;

    @Option(
            names = "--projection",
            paramLabel = "FILE|URL",
            description = "The pca.json of an earlier run with the same model, whose components --follow uses.")
    @Nullable
    String projection;

    /** @throws WrongUseException if a projection is given for nothing */
    boolean wanted() {
        if (!follow && !once && projection != null) {
            throw new WrongUseException("projection " + projection + ": goes with --follow or --follow-once alone");
        }
        return follow || once;
    }

    Location projection() {
        if (projection == null) {
            throw new WrongUseException(
                    "projection: none given; pass --projection OUT/pca.json of a run with the same model");
        }
        return new Location(projection);
    }
}
