package dev.fruits.spark.engine;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.feature.FeatureRow;
import java.io.Serializable;

/**
 * An {@link Aggregation} over rows of any type.
 *
 * @param <A> the accumulator; used by one thread at a time, and may be changed in place
 * @param <T> a row
 */
public interface RowFold<A extends Serializable, T> extends Serializable {
    /** A new accumulator without rows. */
    A zero();

    /** Adds a row; {@code accumulator} may be reused for the result. */
    A add(A accumulator, T row);

    /** Joins two neighbouring parts; {@code left} holds the earlier rows. Either may be reused for the result. */
    A merge(A left, A right);

    /** The fold of an aggregation. */
    static <A extends Serializable> RowFold<A, FeatureRow> of(Aggregation<A> aggregation) {
        return new OfAggregation<>(aggregation);
    }

    /** An aggregation of feature rows. */
    record OfAggregation<A extends Serializable>(Aggregation<A> aggregation) implements RowFold<A, FeatureRow> {
        @Override
        public A zero() {
            return aggregation.zero();
        }

        @Override
        public A add(A accumulator, FeatureRow row) {
            return aggregation.add(accumulator, row);
        }

        @Override
        public A merge(A left, A right) {
            return aggregation.merge(left, right);
        }
    }
}
