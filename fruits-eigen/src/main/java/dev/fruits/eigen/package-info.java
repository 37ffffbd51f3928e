/** Eigen-decomposition of symmetric matrices in plain Java. */
@NullMarked
package dev.fruits.eigen;

import org.jspecify.annotations.NullMarked;
