/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.core.a;

import org.jspecify.annotations.NullMarked;
