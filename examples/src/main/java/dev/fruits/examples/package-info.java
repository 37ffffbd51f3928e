/** The SDK in use: one small program a file. */
@NullMarked
package dev.fruits.examples;

import org.jspecify.annotations.NullMarked;
