/** Features of an image, and the port that computes them. */
@NullMarked
package dev.fruits.core.feature;

import org.jspecify.annotations.NullMarked;
