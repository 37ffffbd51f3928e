package dev.fruits.core.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;

/** What a row must be for components to be fitted to it, by whatever reducer. */
public final class FittableRow {
    private FittableRow() {}

    /**
     * Checks a row.
     *
     * @throws WrongUseException if it has another dimension or a value that is not finite; names its path
     */
    public static void require(FeatureRow row, int dimension) {
        FeatureVector vector = row.vector();
        if (vector.dimension() != dimension) {
            throw new WrongUseException("features of " + row.path() + ": " + vector.dimension() + " values, not "
                    + dimension + "; extract all images with one model");
        }
        if (!vector.isFinite()) {
            throw new WrongUseException("features of " + row.path() + ": not finite (" + firstNotFinite(vector)
                    + "); extract this image again or leave it out");
        }
    }

    private static String firstNotFinite(FeatureVector vector) {
        int i = 0;
        while (Float.isFinite(vector.get(i))) {
            i++;
        }
        return vector.get(i) + " at " + i;
    }
}
