/** From encoded bytes to pixels, and from pixels to another size. */
@NullMarked
package dev.fruits.core.pixel;

import org.jspecify.annotations.NullMarked;
