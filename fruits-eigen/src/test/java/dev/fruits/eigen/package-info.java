@NullMarked
package dev.fruits.eigen;

import org.jspecify.annotations.NullMarked;
