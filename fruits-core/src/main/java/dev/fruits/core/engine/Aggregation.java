package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureRow;
import java.io.Serializable;

/**
 * A sum over rows that an engine may cut anywhere: {@code merge} is associative and {@code zero} is neutral, up to the
 * rounding of doubles. An accumulator is used by one thread at a time and may be changed in place.
 *
 * @param <A> the accumulator
 */
public interface Aggregation<A extends Serializable> extends Serializable {
    A zero();

    A add(A accumulator, FeatureRow row);

    /** Joins two neighbouring parts; {@code left} holds the earlier rows. Either may be reused for the result. */
    A merge(A left, A right);
}
