/** Principal components on Spark. */
@NullMarked
package dev.fruits.spark.pca;

import org.jspecify.annotations.NullMarked;
