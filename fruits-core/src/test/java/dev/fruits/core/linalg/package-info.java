@NullMarked
package dev.fruits.core.linalg;

import org.jspecify.annotations.NullMarked;
