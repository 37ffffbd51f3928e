/** From encoded bytes to pixels, and from pixels to another size. */
@NullMarked
package dev.fruits.image;

import org.jspecify.annotations.NullMarked;
