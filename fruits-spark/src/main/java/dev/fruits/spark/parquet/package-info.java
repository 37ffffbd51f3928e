/**
 * Results as Parquet on any Hadoop file system, written by Spark's own Parquet library and published by the committer
 * that Hadoop's configuration names for the output's scheme.
 */
@NullMarked
package dev.fruits.spark.parquet;

import org.jspecify.annotations.NullMarked;
