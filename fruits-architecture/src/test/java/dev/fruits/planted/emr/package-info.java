/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.emr;

import org.jspecify.annotations.NullMarked;
