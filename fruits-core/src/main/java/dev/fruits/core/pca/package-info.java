/** Principal components: what every engine shares, and the port {@link Reducer}. */
@NullMarked
package dev.fruits.core.pca;

import org.jspecify.annotations.NullMarked;
