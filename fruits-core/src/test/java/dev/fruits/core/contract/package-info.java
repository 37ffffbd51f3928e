/** What every adapter of a port must do: one abstract test class per port, run by each adapter. */
@NullMarked
package dev.fruits.core.contract;

import org.jspecify.annotations.NullMarked;
