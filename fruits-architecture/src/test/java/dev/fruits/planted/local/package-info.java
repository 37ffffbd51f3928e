/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.local;

import org.jspecify.annotations.NullMarked;
