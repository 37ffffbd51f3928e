/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.cli;

import org.jspecify.annotations.NullMarked;
