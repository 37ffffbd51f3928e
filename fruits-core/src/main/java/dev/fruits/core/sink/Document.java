package dev.fruits.core.sink;

/**
 * A text that a run leaves beside its tables.
 *
 * @param name relative to the results' location, {@code /} between folders: {@code rejects/rejects.csv}
 * @param text its whole content, written as UTF-8
 */
public record Document(String name, String text) {}
