@NullMarked
package dev.fruits.core.pca;

import org.jspecify.annotations.NullMarked;
