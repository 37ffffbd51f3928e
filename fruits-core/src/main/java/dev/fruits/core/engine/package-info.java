/** Where the work runs: the port {@link Engine} and the features it materialises. */
@NullMarked
package dev.fruits.core.engine;

import org.jspecify.annotations.NullMarked;
