package dev.fruits.core.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.Projection;
import java.io.IOException;

/** Port: fits a projection to features. */
public interface Reducer {
    /** {@code commons-math}, {@code mllib}: for the manifest. */
    String name();

    /** What it was asked for, for the manifest: {@code pca 100}. */
    String requested();

    /**
     * Rejects, before any work, a request that no images can satisfy.
     *
     * @param images how many rows there will be at most
     * @throws dev.fruits.core.WrongUseException with the largest possible request
     */
    default void requirePossible(long images, FeatureExtractor extractor) {}

    /**
     * Fits once.
     *
     * @throws dev.fruits.core.WrongUseException if the request exceeds what the rows allow, or a feature is not finite
     *     (the message names its path)
     * @throws IOException if the features cannot be read
     */
    Projection fit(FeatureTable features) throws IOException;
}
