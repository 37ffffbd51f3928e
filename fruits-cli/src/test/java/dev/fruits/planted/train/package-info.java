/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.train;

import org.jspecify.annotations.NullMarked;
