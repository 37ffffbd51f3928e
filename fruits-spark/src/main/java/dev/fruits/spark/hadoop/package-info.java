/** Locations on any Hadoop file system, for the adapters of this module. */
@NullMarked
package dev.fruits.spark.hadoop;

import org.jspecify.annotations.NullMarked;
