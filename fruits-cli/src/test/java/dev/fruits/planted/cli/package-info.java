/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.cli;

import org.jspecify.annotations.NullMarked;
