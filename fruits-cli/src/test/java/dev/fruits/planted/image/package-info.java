/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.image;

import org.jspecify.annotations.NullMarked;
