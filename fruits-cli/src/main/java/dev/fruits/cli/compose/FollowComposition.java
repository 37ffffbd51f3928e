package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;

/**
 * Follows a folder with the adapters that the settings name.
 *
 * @param cache folder of weights
 */
public record FollowComposition(Adapters adapters, Path cache) {
    /**
     * Follows until the process is stopped or, with {@code once}, until every image present has been processed.
     *
     * @param projection {@code pca.json} of an earlier run
     * @throws WrongUseException if a setting cannot be used; no work was done
     * @throws dev.fruits.core.RunFailedException if a batch fails
     * @throws IOException if reading or writing fails
     */
    public FollowTotals run(
            RunSettings settings, Location projection, boolean once, ObjLongConsumer<RunReport> listener)
            throws IOException {
        EngineProvider engines = adapters.follower();
        if (!settings.engine().equals(engines.name())) {
            throw new WrongUseException("engine " + settings.engine() + ": cannot follow a folder, " + engines.name()
                    + " can; leave --engine out");
        }
        ResidencyCheck.passedBy(settings).require("projection", projection);
        Adapters adapters = this.adapters.on(settings.engine(), settings.store());
        ImageSource source = adapters.images(settings.images());
        FeatureExtractor extractor = adapters.extractor(settings.model(), cache, ProgressListener.SILENT);
        FollowRequest request =
                new FollowRequest(source, extractor, projection, settings.out(), settings.batch(), once);
        try (Engine engine = engines.open(settings.engineSettings())) {
            return engines.follow(request, engine, listener);
        }
    }
}
