package dev.fruits.core.sink;

/**
 * A published part of a table.
 *
 * @param name relative to the results' location, {@code /} between folders: {@code features/part-00000.parquet}
 * @param size in bytes
 */
public record StoredPart(String name, long size) {}
