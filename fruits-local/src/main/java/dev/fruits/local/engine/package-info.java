/** The in-process engine. */
@NullMarked
package dev.fruits.local.engine;

import org.jspecify.annotations.NullMarked;
