/** Labelled photographs: where they are, what they hold, how they are read. */
@NullMarked
package dev.fruits.core.image;

import org.jspecify.annotations.NullMarked;
