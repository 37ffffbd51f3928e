/** Prediction: the labels of images by a CNN and a classifier of its features. */
@NullMarked
package dev.fruits.core.predict;

import org.jspecify.annotations.NullMarked;
