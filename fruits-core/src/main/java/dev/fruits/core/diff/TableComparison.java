package dev.fruits.core.diff;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Compares the vectors of one table. Used by one thread, once. */
final class TableComparison {
    private final String table;
    private final double tolerance;
    private final int dimension;
    private final String incomparable;
    private final UnaryOperator<double[]> aligned;
    private final TreeSet<ValueDifference> largest = new TreeSet<>(ValueDifference.LARGEST_FIRST);
    private long compared;
    private long equal;
    private long above;

    /**
     * Compares nothing yet.
     *
     * @param dimension numbers in a vector of the first run
     * @param incomparable why vectors cannot be compared; empty if they can
     * @param aligned brings a vector of the second run into the directions of the first
     */
    TableComparison(
            String table, double tolerance, int dimension, String incomparable, UnaryOperator<double[]> aligned) {
        this.table = table;
        this.tolerance = tolerance;
        this.dimension = dimension;
        this.incomparable = incomparable;
        this.aligned = aligned;
    }

    TableDifference of(TableJoin join) throws IOException {
        PathDifference rows = join.join(dimension, incomparable.isEmpty() ? this::compare : (first, second) -> {});
        return new TableDifference(rows, incomparable, compared, equal, above, tolerance, List.copyOf(largest));
    }

    private void compare(FeatureRow first, FeatureRow second) {
        requireLength(first, second);
        compared++;
        if (first.vector().equals(second.vector())) {
            equal++;
            return;
        }
        ValueDifference worst =
                ValueDifference.between(first.path(), numbers(first.vector()), aligned.apply(numbers(second.vector())));
        above += worst.relative() > tolerance ? 1 : 0;
        keep(worst);
    }

    private void requireLength(FeatureRow first, FeatureRow second) {
        int one = first.vector().dimension();
        int other = second.vector().dimension();
        if (one != dimension || other != dimension) {
            throw new RunFailedException(table + " of " + first.path() + ": " + one + " numbers in the first run and "
                    + other + " in the second, but their pca.json has " + dimension
                    + "; make the damaged run again with --overwrite");
        }
    }

    /** A zero may differ from the other zero in its sign only. */
    private void keep(ValueDifference worst) {
        if (worst.relative() > 0) {
            largest.add(worst);
        }
        if (largest.size() > Names.SHOWN) {
            largest.pollLast();
        }
    }

    private static double[] numbers(FeatureVector vector) {
        double[] numbers = new double[vector.dimension()];
        vector.addTo(numbers);
        return numbers;
    }
}
