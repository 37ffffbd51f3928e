/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.core;

import org.jspecify.annotations.NullMarked;
