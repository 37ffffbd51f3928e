/** Object stores such as S3: how they are reached, and where in the world they are. */
@NullMarked
package dev.fruits.core.store;

import org.jspecify.annotations.NullMarked;
