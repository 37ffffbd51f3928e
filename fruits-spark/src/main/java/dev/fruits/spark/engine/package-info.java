/** The engine on Spark. */
@NullMarked
package dev.fruits.spark.engine;

import org.jspecify.annotations.NullMarked;
