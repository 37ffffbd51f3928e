/** The jar for spark-submit on real processes. */
@NullMarked
package dev.fruits.spark.it;

import org.jspecify.annotations.NullMarked;
