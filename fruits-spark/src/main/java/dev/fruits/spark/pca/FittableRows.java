package dev.fruits.spark.pca;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.pca.FittableRow;

/**
 * Counts rows, and throws for one that cannot be fitted: MLlib would return components that are not numbers.
 *
 * @param dimension length of every row
 */
record FittableRows(int dimension) implements Aggregation<Long> {
    @Override
    public Long zero() {
        return 0L;
    }

    @Override
    public Long add(Long count, FeatureRow row) {
        FittableRow.require(row, dimension);
        return count + 1;
    }

    @Override
    public Long merge(Long left, Long right) {
        return left + right;
    }
}
