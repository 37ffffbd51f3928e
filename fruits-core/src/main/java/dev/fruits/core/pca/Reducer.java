package dev.fruits.core.pca;

import dev.fruits.core.engine.FeatureTable;
import java.io.IOException;

/** Port: fits principal components to features. */
public interface Reducer {
    /** {@code commons-math}, {@code mllib}: for the manifest. */
    String name();

    /** How many components are wanted. */
    ComponentChoice choice();

    /**
     * Fits once: the whole spectrum, and the components that {@link #choice()} keeps.
     *
     * @throws dev.fruits.core.WrongUseException if more components are wanted than the rows span, or a feature is not
     *     finite (named by its path)
     * @throws IOException if the features cannot be read
     */
    PcaProjection fit(FeatureTable features) throws IOException;
}
