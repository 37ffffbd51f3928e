package dev.fruits.core.engine;

/**
 * How the rows of a table came about.
 *
 * @param cnnRuns images that went through the CNN in this run, each once
 * @param reused rows that an earlier run had left behind
 */
public record ExtractionCounts(long cnnRuns, long reused) {}
