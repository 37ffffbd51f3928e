/** Planted classes that break rules of the architecture. */
@NullMarked
package dev.fruits.planted.aws;

import org.jspecify.annotations.NullMarked;
