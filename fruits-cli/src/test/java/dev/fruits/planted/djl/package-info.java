/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.djl;

import org.jspecify.annotations.NullMarked;
