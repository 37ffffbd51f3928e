@NullMarked
package dev.fruits.local.classify;

import org.jspecify.annotations.NullMarked;
