/** Tests of the composition root. */
@NullMarked
package dev.fruits.cli.compose;

import org.jspecify.annotations.NullMarked;
