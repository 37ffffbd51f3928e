/** Where the work runs on Spark. */
@NullMarked
package dev.fruits.spark.engine;

import org.jspecify.annotations.NullMarked;
