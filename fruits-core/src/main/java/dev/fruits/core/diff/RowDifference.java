package dev.fruits.core.diff;

/**
 * The rows of a table by path.
 *
 * @param first how many the first run has
 * @param second how many the second run has
 * @param onlyFirst paths that only the first run has, or has more often
 * @param onlySecond paths that only the second run has, or has more often
 * @param relabelled images whose labels differ: {@code path: first, second}
 */
public record RowDifference(long first, long second, Names onlyFirst, Names onlySecond, Names relabelled) {
    public boolean isEmpty() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty() && relabelled.isEmpty();
    }
}
