/** Evaluation: trains a classifier on the features of some images and measures it on others. */
@NullMarked
package dev.fruits.core.evaluate;

import org.jspecify.annotations.NullMarked;
