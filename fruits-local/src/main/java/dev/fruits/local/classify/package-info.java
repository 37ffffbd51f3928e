/** Learning labels from features, with Tribuo. */
@NullMarked
package dev.fruits.local.classify;

import org.jspecify.annotations.NullMarked;
