/** Training a CNN: the port, what is heard while it runs and what it leaves behind. */
@NullMarked
package dev.fruits.core.train;

import org.jspecify.annotations.NullMarked;
