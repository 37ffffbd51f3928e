package dev.fruits.core.diff;

/**
 * Neighbouring components whose variances are so nearly equal that only the space they span is determined, not each of
 * them.
 *
 * @param from number of the first, from 1
 * @param to number of the last
 * @param gap the widest step between two neighbours' variances, as a share of the larger
 */
public record ComponentGroup(int from, int to, double gap) {}
