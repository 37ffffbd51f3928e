package dev.fruits.cli.fake;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code fake}: one image after the other, all in memory. Started this process if the system property {@value #LAUNCHER}
 * is set. Follows nothing, and reports two batches.
 */
public final class FakeEngines implements EngineProvider {
    public static final String NAME = "fake";

    /** {@code compatible} or {@code other}. */
    public static final String LAUNCHER = "fake.launcher";

    private static @Nullable FollowRequest followed;

    /** What the launcher receives. */
    public static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(int exitCode) {
            super("exit code " + exitCode);
        }
    }

    /** The last request to follow a folder. */
    public static Optional<FollowRequest> followed() {
        return Optional.ofNullable(followed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new InMemory(settings);
    }

    @Override
    public boolean startedThisProcess() {
        return System.getProperty(LAUNCHER) != null;
    }

    @Override
    public void requireCompatible() {
        if ("other".equals(System.getProperty(LAUNCHER))) {
            throw new WrongUseException("launcher 2: this program was built for launcher 1");
        }
    }

    @Override
    public Exception failure(int exitCode) {
        return new Ended(exitCode);
    }

    @Override
    public boolean canFollow() {
        return true;
    }

    @Override
    public FollowTotals follow(FollowRequest request, Engine engine, ObjLongConsumer<RunReport> listener) {
        followed = request;
        return new FollowTotals(2, 9, 6, 1, 2);
    }

    private record InMemory(EngineSettings settings) implements Engine {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Map<String, String> description() {
            return Map.of("threads", Integer.toString(settings.threads()));
        }

        @Override
        public FeatureTable extract(
                ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
                throws IOException {
            List<FeatureRow> rows = new ArrayList<>();
            List<Rejection> rejections = new ArrayList<>();
            try (ImageReader reader = source.openReader();
                    ExtractionSession session = extractor.openSession()) {
                for (ImageRef ref : listing.images()) {
                    EncodedImage image = reader.read(ref);
                    session.extract(List.of(image)).get(0).deliver(rows::add, rejections::add);
                    options.listener()
                            .progress(
                                    "Extract features",
                                    rows.size(),
                                    listing.images().size());
                }
            } catch (ImageRejectedException e) {
                rejections.add(e.rejection());
            }
            return new FakeTable(extractor.dimension(), rows, rejections);
        }

        @Override
        public void close() {}
    }
}
