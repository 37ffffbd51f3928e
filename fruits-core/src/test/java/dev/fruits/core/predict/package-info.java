@NullMarked
package dev.fruits.core.predict;

import org.jspecify.annotations.NullMarked;
