/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.examples;

import org.jspecify.annotations.NullMarked;
