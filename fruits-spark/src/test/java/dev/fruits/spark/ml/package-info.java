/** Stages for Spark's own machine-learning pipelines. */
@NullMarked
package dev.fruits.spark.ml;

import org.jspecify.annotations.NullMarked;
