package dev.fruits.core.diff;

import java.util.List;
import java.util.Optional;

/**
 * A table of two runs.
 *
 * @param rows which images are there
 * @param incomparable why vectors were not compared; empty if they were
 * @param compared how many images' vectors were compared
 * @param equalToTheBit for how many of them every number is the same
 * @param aboveTolerance for how many of them a number differs by more than the tolerance
 * @param tolerance as in {@link Tolerances}
 * @param largest the worst number of each of the worst images, the largest difference first; none that are equal
 */
public record TableDifference(
        PathDifference rows,
        String incomparable,
        long compared,
        long equalToTheBit,
        long aboveTolerance,
        double tolerance,
        List<ValueDifference> largest) {
    public TableDifference {
        largest = List.copyOf(largest);
    }

    /** The worst image; empty if all are equal. */
    public Optional<ValueDifference> worst() {
        return largest.stream().findFirst();
    }

    public boolean isWithin() {
        return rows.isEmpty() && incomparable.isEmpty() && aboveTolerance == 0;
    }
}
