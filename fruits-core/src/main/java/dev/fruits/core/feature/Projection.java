package dev.fruits.core.feature;

import java.io.Serializable;
import java.util.List;

/** A map from vectors to vectors, row by row. Immutable, safe for many threads. */
public interface Projection extends Serializable {
    int inputDimension();

    int outputDimension();

    /**
     * Projects rows. The result of a row does not depend on the other rows, to the bit.
     *
     * @param rows each of {@link #inputDimension()} values
     * @return as many vectors, in the same order, each of {@link #outputDimension()} values
     */
    List<FeatureVector> apply(List<FeatureVector> rows);

    /** Leaves vectors as they are. */
    static Projection identity(int dimension) {
        return new IdentityProjection(dimension);
    }
}
