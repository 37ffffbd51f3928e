package dev.fruits.core.engine;

/**
 * How the rows of a table were computed.
 *
 * @param cnnRuns images that the CNN computed in this run, each once
 * @param reused rows of an earlier run
 */
public record ExtractionCounts(long cnnRuns, long reused) {}
