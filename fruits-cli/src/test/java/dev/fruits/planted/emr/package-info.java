/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.emr;

import org.jspecify.annotations.NullMarked;
