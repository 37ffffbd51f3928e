package dev.fruits.core.engine;

import java.io.Serializable;

/**
 * A sum over rows that an engine may cut anywhere: {@code merge} is associative and {@code zero} is neutral, up to the
 * rounding of doubles. An accumulator is used by one thread at a time and may be changed in place.
 *
 * @param <A> the accumulator
 * @param <T> a row
 */
public interface Fold<A extends Serializable, T> extends Serializable {
    /** A new accumulator without rows. */
    A zero();

    /** Adds a row; {@code accumulator} may be reused for the result. */
    A add(A accumulator, T row);

    /** Joins two neighbouring parts; {@code left} holds the earlier rows. Either may be reused for the result. */
    A merge(A left, A right);
}
