/** The pipeline, written once for every engine. */
@NullMarked
package dev.fruits.core.run;

import org.jspecify.annotations.NullMarked;
