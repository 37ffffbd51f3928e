/** Classification of features: the port {@link Classifier}, fitted classifiers, predictions and nearest neighbours. */
@NullMarked
package dev.fruits.core.classify;

import org.jspecify.annotations.NullMarked;
