package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.FollowListener;
import dev.fruits.core.spi.FollowProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** Follows a folder with the adapters that the settings name. */
public final class FollowComposition {
    private final Adapters adapters;
    private final ModelCache cache;
    private final List<FollowProvider> followers;

    FollowComposition(Adapters adapters, ModelCache cache, List<FollowProvider> followers) {
        this.adapters = adapters;
        this.cache = cache;
        this.followers = followers;
    }

    /** With what {@link ServiceLoader} finds. */
    public static FollowComposition onClassPath(Adapters adapters, ModelCache cache) {
        return new FollowComposition(
                adapters,
                cache,
                ServiceLoader.load(FollowProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /**
     * The engine that following runs on.
     *
     * @throws WrongUseException if nothing on the class path can follow
     */
    public String engine() {
        return follower().engine();
    }

    /**
     * Follows until it is stopped, or until nothing is left where {@code once}.
     *
     * @param projection a {@code pca.json} of an earlier run
     * @throws WrongUseException if a setting cannot be used; no work was done
     * @throws dev.fruits.core.RunFailedException if a batch fails
     * @throws IOException if reading or writing fails
     */
    public FollowTotals run(RunSettings settings, Location projection, boolean once, FollowListener listener)
            throws IOException {
        FollowProvider follower = follower();
        if (!settings.engine().equals(follower.engine())) {
            throw new WrongUseException(
                    "engine " + settings.engine() + ": --follow runs on " + follower.engine() + "; leave --engine out");
        }
        ResidencyCheck residency = ResidencyCheck.onClassPath(settings.residency(), settings.store());
        residency.require(settings);
        residency.require("projection", projection);
        Adapters adapters = this.adapters.on(settings.engine(), settings.store());
        ImageSource source = adapters.source(settings.images()).open(settings.images());
        FeatureExtractor extractor = adapters.extractor(settings.model(), cache, ProgressListener.SILENT);
        FollowRequest request =
                new FollowRequest(source, extractor, projection, settings.out(), settings.batch(), once);
        try (Engine engine = adapters.engine(settings.engine()).open(settings.engineSettings())) {
            return follower.start(request, engine, listener).await();
        }
    }

    private FollowProvider follower() {
        return followers.stream()
                .findFirst()
                .orElseThrow(() -> new WrongUseException("follow: needs Spark, which is not on the class path; run the"
                        + " jar of fruits-spark with spark-submit (docs/spark.md)"));
    }
}
