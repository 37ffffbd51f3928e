package dev.fruits.core.diff;

/**
 * A field of two manifests that is not the same.
 *
 * @param field {@code options.seed}
 * @param first its value in the first run; {@code -} where it has none
 * @param second likewise
 * @param mustAgree false for what may differ: when, where and how fast it ran
 */
public record FieldDifference(String field, String first, String second, boolean mustAgree) {}
