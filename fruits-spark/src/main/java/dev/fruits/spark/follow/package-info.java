/** Folders that keep receiving images, followed by Structured Streaming. */
@NullMarked
package dev.fruits.spark.follow;

import org.jspecify.annotations.NullMarked;
