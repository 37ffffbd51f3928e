/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.djl;

import org.jspecify.annotations.NullMarked;
