@NullMarked
package dev.fruits.local.pca;

import org.jspecify.annotations.NullMarked;
