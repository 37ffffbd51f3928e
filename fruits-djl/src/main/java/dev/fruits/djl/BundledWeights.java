package dev.fruits.djl;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weights that come inside a jar. ONNX Runtime reads files, so they are copied into the cache once. */
record BundledWeights(ClassLoader classes) {
    private static final String FOLDER = "dev/fruits/djl/models/";

    static BundledWeights onClassPath() {
        return new BundledWeights(BundledWeights.class.getClassLoader());
    }

    /**
     * The weights of a card as a file of the cache; empty if they do not come with the class path. A copy that is not
     * what the card says is replaced.
     *
     * @throws dev.fruits.core.RunFailedException if the cache cannot be written
     */
    Optional<Path> file(ModelCard card, WeightsCache cache) {
        @Nullable URL weights = classes.getResource(FOLDER + card.file());
        if (weights == null) {
            return Optional.empty();
        }
        return Optional.of(cache.file(card, file -> {
            try (InputStream bytes = weights.openStream()) {
                Files.copy(bytes, file);
            }
        }));
    }

    /** True if the weights of a card come with the class path. */
    boolean has(ModelCard card) {
        return classes.getResource(FOLDER + card.file()) != null;
    }
}
