@NullMarked
package dev.fruits.spark.hadoop;

import org.jspecify.annotations.NullMarked;
