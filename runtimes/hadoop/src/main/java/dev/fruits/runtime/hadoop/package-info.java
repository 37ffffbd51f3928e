/** A small Hadoop cluster for tests. */
@NullMarked
package dev.fruits.runtime.hadoop;

import org.jspecify.annotations.NullMarked;
