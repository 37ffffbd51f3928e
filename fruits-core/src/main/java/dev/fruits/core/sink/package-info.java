/**
 * Where results go, the port {@link ResultSink}, and what a finished run left there, the port
 * {@link RunResults}. Adapters that know a format of files and those that know a place meet at the port
 * {@link ResultStore}.
 */
@NullMarked
package dev.fruits.core.sink;

import org.jspecify.annotations.NullMarked;
