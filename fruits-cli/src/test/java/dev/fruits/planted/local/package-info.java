/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.local;

import org.jspecify.annotations.NullMarked;
