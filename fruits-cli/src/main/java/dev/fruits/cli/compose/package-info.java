/** The composition root: from a pipeline file and options to adapters, and from adapters to a run. */
@NullMarked
package dev.fruits.cli.compose;

import org.jspecify.annotations.NullMarked;
