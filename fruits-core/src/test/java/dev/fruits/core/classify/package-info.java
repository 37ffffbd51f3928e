@NullMarked
package dev.fruits.core.classify;

import org.jspecify.annotations.NullMarked;
