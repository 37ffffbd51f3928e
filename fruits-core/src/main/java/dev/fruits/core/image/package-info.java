/** Labelled images: listing, formats and reading. */
@NullMarked
package dev.fruits.core.image;

import org.jspecify.annotations.NullMarked;
