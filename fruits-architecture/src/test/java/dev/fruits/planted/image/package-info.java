/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.image;

import org.jspecify.annotations.NullMarked;
