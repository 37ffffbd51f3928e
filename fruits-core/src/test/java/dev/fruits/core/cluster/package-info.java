@NullMarked
package dev.fruits.core.cluster;

import org.jspecify.annotations.NullMarked;
