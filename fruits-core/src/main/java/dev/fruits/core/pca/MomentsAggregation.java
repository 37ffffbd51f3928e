package dev.fruits.core.pca;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.feature.FeatureRow;

/**
 * Sums {@link Moments} over the rows of a table.
 *
 * @param dimension length of every row, at least 1
 */
public record MomentsAggregation(int dimension) implements Aggregation<Moments> {
    @Override
    public Moments zero() {
        return new Moments(dimension);
    }

    @Override
    public Moments add(Moments accumulator, FeatureRow row) {
        accumulator.add(row);
        return accumulator;
    }

    @Override
    public Moments merge(Moments left, Moments right) {
        left.merge(right);
        return left;
    }
}
