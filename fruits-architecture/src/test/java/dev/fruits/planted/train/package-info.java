/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.train;

import org.jspecify.annotations.NullMarked;
