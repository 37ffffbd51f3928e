/** Dense kernels for symmetric problems, in plain Java. */
@NullMarked
package dev.fruits.core.linalg;

import org.jspecify.annotations.NullMarked;
