/**
 * Where results go, the port {@link ResultSink}, and what a finished run left there, the port
 * {@link RunResults}.
 */
@NullMarked
package dev.fruits.core.sink;

import org.jspecify.annotations.NullMarked;
