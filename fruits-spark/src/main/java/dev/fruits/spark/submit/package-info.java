/** What {@code spark-submit} gives the program: how it ends, and files by URL. */
@NullMarked
package dev.fruits.spark.submit;

import org.jspecify.annotations.NullMarked;
