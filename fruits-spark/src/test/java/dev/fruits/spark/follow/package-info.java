@NullMarked
package dev.fruits.spark.follow;

import org.jspecify.annotations.NullMarked;
