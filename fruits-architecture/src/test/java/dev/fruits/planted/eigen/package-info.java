/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.eigen;

import org.jspecify.annotations.NullMarked;
