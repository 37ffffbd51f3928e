/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.core.b;

import org.jspecify.annotations.NullMarked;
