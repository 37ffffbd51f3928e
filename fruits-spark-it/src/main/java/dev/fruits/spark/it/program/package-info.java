/** Programs that the tests submit. */
@NullMarked
package dev.fruits.spark.it.program;

import org.jspecify.annotations.NullMarked;
