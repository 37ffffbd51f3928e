package dev.fruits.spark.ml;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Fold;
import dev.fruits.core.pca.Moments;
import java.util.Arrays;

/**
 * Sums {@link Moments} over the vectors of a column.
 *
 * @param column its name, for messages
 * @param dimension length of every vector
 */
record VectorMoments(String column, int dimension) implements Fold<Moments, double[]> {
    @Override
    public Moments zero() {
        return new Moments(dimension);
    }

    @Override
    public Moments add(Moments moments, double[] row) {
        if (row.length != dimension) {
            throw new WrongUseException("column '" + column + "': a vector of " + row.length + " values, the first had "
                    + dimension + "; extract all images with one model");
        }
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new WrongUseException(
                    "column '" + column + "': the value of a vector is not finite; filter such rows out");
        }
        moments.add(row);
        return moments;
    }

    @Override
    public Moments merge(Moments left, Moments right) {
        left.merge(right);
        return left;
    }
}
