/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.lambda;

import org.jspecify.annotations.NullMarked;
