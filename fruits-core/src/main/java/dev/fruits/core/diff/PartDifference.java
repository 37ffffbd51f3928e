package dev.fruits.core.diff;

/**
 * A part of two projections.
 *
 * @param name {@code mean}, {@code variance}, {@code components}
 * @param worst the largest difference; 0 where all are equal
 * @param tolerance as in {@link Tolerances}
 */
public record PartDifference(String name, ValueDifference worst, double tolerance) {
    public boolean isWithin() {
        return worst.relative() <= tolerance;
    }
}
