/** The fruits SDK's core: errors that every part throws. */
@NullMarked
package dev.fruits.core;

import org.jspecify.annotations.NullMarked;
