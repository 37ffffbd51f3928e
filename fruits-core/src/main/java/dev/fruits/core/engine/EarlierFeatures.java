package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.ImageRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Features that an earlier run left behind. An image that was written since is extracted again. */
public interface EarlierFeatures {
    EarlierFeatures NONE = new EarlierFeatures() {
        @Override
        public Instant extractedAfter() {
            return Instant.MIN;
        }

        @Override
        public Stream<FeatureRow> rows(ModelId model) {
            return Stream.empty();
        }
    };

    /** When the earlier run began. */
    Instant extractedAfter();

    /** Whether the row of this image may be reused: the image was last modified before the earlier run began. */
    default boolean isReusable(ImageRef image) {
        return image.modified().isBefore(extractedAfter());
    }

    /** The rows that exactly this model gave, in any order; empty if another model made them. To be closed. */
    Stream<FeatureRow> rows(ModelId model) throws IOException;

    /** The text of the manifest of the run that left them, where there is one. */
    default Optional<String> manifest() throws IOException {
        return Optional.empty();
    }
}
