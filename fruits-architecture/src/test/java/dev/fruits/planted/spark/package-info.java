/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.spark;

import org.jspecify.annotations.NullMarked;
