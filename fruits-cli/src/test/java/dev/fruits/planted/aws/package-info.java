/** Planted classes that break rules of the house. */
@NullMarked
package dev.fruits.planted.aws;

import org.jspecify.annotations.NullMarked;
