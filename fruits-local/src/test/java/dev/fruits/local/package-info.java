@NullMarked
package dev.fruits.local;

import org.jspecify.annotations.NullMarked;
