@NullMarked
package dev.fruits.spark.parquet;

import org.jspecify.annotations.NullMarked;
