/** What is on a photograph: the CNN, the classifier behind it, and how their answer is put. */
@NullMarked
package dev.fruits.core.predict;

import org.jspecify.annotations.NullMarked;
