package dev.fruits.core.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;

/** A reducer that fits principal components. */
public interface PcaReducer extends Reducer {
    /** How many components are kept. */
    ComponentChoice choice();

    @Override
    default String requested() {
        return choice().toString();
    }

    @Override
    default void requirePossible(long images, FeatureExtractor extractor) {
        choice().requirePossible(images, extractor.dimension());
    }

    /**
     * Fits the whole spectrum, and the components that {@link #choice()} keeps.
     *
     * @throws dev.fruits.core.WrongUseException as in {@link Reducer#fit}
     */
    @Override
    PcaProjection fit(FeatureTable features) throws IOException;
}
