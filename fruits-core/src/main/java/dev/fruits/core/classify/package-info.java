/** From features to names: the port {@link Classifier}, what it learns, and how well that does. */
@NullMarked
package dev.fruits.core.classify;

import org.jspecify.annotations.NullMarked;
