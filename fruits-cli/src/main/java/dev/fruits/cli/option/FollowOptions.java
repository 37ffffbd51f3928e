package dev.fruits.cli.option;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code run} for a folder that keeps receiving images. */
public final class FollowOptions {
    private static final String GROUP = "Following a folder (Spark)";

    public static final CommandOption<Boolean> FOLLOW = CommandOption.flag(
                    "follow", "Process images as they appear below --images, each once, until interrupted.")
            .group(GROUP);

    public static final CommandOption<Boolean> FOLLOW_ONCE = CommandOption.flag(
                    "follow-once", "Process all images that have not been processed yet, then exit.")
            .group(GROUP);

    public static final CommandOption<String> PROJECTION = CommandOption.of(
                    "projection",
                    ValueType.LOCATION,
                    "FILE|URL",
                    "The pca.json of an earlier run with the same model; --follow and --follow-once require it.")
            .group(GROUP);

    public static final List<CommandOption<?>> ALL = List.of(FOLLOW, FOLLOW_ONCE, PROJECTION);

    private FollowOptions() {}

    /**
     * Whether a folder is followed.
     *
     * @throws WrongUseException if a projection is given that nothing uses
     */
    public static boolean follows(OptionValues values) {
        boolean follows = values.is(FOLLOW) || values.is(FOLLOW_ONCE);
        if (!follows && values.has(PROJECTION)) {
            throw new WrongUseException(
                    "projection " + values.get(PROJECTION) + ": requires --follow or --follow-once; add one of them");
        }
        return follows;
    }

    /**
     * The projection, after a check that nothing else is to be fitted. Keys of the pipeline file for them
     * are ignored.
     *
     * @throws WrongUseException if there is none, or an option does not apply
     */
    public static Location projection(OptionValues values) {
        Stream.of(
                        RunOptions.PER_LABEL,
                        RunOptions.PCA,
                        RunOptions.VARIANCE,
                        RunOptions.REDUCER,
                        RunOptions.RESUME,
                        RunOptions.OVERWRITE)
                .filter(values::has)
                .findFirst()
                .ifPresent(option -> {
                    throw new WrongUseException("follow: processes every image with the components of --projection and"
                            + " resumes by itself; remove " + option);
                });
        String projection = values.get(PROJECTION);
        if (projection == null) {
            throw new WrongUseException(
                    "projection: not given; pass --projection OUT/pca.json of a run with the same model");
        }
        return new Location(projection);
    }
}
