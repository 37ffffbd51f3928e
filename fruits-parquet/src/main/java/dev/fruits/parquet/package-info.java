/**
 * Results as Parquet in any store, without any class of Hadoop at run time. The jar contains parquet-java below {@code
 * dev.fruits.parquet.shaded}.
 *
 * <p>parquet-java logs to SLF4J. A binding that lets {@code dev.fruits.parquet.shaded} log at DEBUG, as an unconfigured
 * logback does, makes writing 16 to 37 times slower; {@link dev.fruits.parquet.ParquetSink#prepare()} warns of it.
 */
@NullMarked
package dev.fruits.parquet;

import org.jspecify.annotations.NullMarked;
