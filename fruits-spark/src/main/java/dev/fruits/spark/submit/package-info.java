/** {@code spark-submit} as the launcher of the program, and settings of Spark. */
@NullMarked
package dev.fruits.spark.submit;

import org.jspecify.annotations.NullMarked;
