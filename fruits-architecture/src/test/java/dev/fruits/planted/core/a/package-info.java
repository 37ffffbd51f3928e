/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.core.a;

import org.jspecify.annotations.NullMarked;
