/** Where results go: the port {@link ResultSink}. */
@NullMarked
package dev.fruits.core.sink;

import org.jspecify.annotations.NullMarked;
