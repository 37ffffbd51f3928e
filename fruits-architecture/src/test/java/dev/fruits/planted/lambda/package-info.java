/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.lambda;

import org.jspecify.annotations.NullMarked;
