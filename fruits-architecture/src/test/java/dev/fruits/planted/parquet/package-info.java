/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.parquet;

import org.jspecify.annotations.NullMarked;
