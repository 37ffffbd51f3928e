/** Tests of what adapters offer. */
@NullMarked
package dev.fruits.core.spi;

import org.jspecify.annotations.NullMarked;
