/** What an adapter module offers to a composition root, found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.fruits.core.spi;

import org.jspecify.annotations.NullMarked;
