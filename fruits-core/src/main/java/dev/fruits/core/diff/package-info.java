/** Two runs compared value by value. */
@NullMarked
package dev.fruits.core.diff;

import org.jspecify.annotations.NullMarked;
