/** Tests of training. */
@NullMarked
package dev.fruits.train;

import org.jspecify.annotations.NullMarked;
