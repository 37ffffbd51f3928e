/** Reading and writing JSON text with the JDK alone. */
@NullMarked
package dev.fruits.core.json;

import org.jspecify.annotations.NullMarked;
