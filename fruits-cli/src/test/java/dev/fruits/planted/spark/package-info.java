/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.spark;

import org.jspecify.annotations.NullMarked;
