/** What {@code spark-submit} gives the program. */
@NullMarked
package dev.fruits.spark.submit;

import org.jspecify.annotations.NullMarked;
