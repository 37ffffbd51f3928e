/** What every adapter of a port must keep: abstract tests and the fakes they need. */
@NullMarked
package dev.fruits.core.contract;

import org.jspecify.annotations.NullMarked;
