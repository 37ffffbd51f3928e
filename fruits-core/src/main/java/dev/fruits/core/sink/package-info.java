/**
 * Results of runs: the port {@link ResultSink} writes them and the port {@link RunResults} reads them. Both work over the
 * port {@link ResultStore}, which separates the format of files from where they are stored.
 */
@NullMarked
package dev.fruits.core.sink;

import org.jspecify.annotations.NullMarked;
