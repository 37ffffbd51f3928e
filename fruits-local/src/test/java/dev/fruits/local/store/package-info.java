/** Tests of results on the local disk. */
@NullMarked
package dev.fruits.local.store;

import org.jspecify.annotations.NullMarked;
