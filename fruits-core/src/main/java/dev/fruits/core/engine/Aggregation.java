package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureRow;
import java.io.Serializable;

/** A {@link Fold} of feature rows. */
public interface Aggregation<A extends Serializable> extends Fold<A, FeatureRow> {}
