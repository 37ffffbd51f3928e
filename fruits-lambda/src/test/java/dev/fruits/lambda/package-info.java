@NullMarked
package dev.fruits.lambda;

import org.jspecify.annotations.NullMarked;
