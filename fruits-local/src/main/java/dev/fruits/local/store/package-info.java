/** Results in a folder of the local disk. */
@NullMarked
package dev.fruits.local.store;

import org.jspecify.annotations.NullMarked;
