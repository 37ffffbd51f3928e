package dev.fruits.core.sink;

/**
 * A text file beside the tables of a run.
 *
 * @param name relative to the results' location, {@code /} between folders: {@code rejects/rejects.csv}
 * @param text its whole content, written as UTF-8
 */
public record Document(String name, String text) {}
