/** Photographs on any file system that Hadoop knows. */
@NullMarked
package dev.fruits.spark.image;

import org.jspecify.annotations.NullMarked;
