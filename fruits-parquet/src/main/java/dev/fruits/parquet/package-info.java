/**
 * Results as Parquet in any store, without any Hadoop class at run time.
 *
 * <p>Parquet's library logs to SLF4J. A binding that lets {@code org.apache.parquet} log at DEBUG, as an unconfigured
 * logback does, makes writing 16 to 37 times slower; {@link dev.fruits.parquet.ParquetSink#prepare()} warns of it.
 */
@NullMarked
package dev.fruits.parquet;

import org.jspecify.annotations.NullMarked;
