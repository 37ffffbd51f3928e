@NullMarked
package dev.fruits.core.evaluate;

import org.jspecify.annotations.NullMarked;
