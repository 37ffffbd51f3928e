/** Tests of the command line. */
@NullMarked
package dev.fruits.cli;

import org.jspecify.annotations.NullMarked;
