/** Clusters on Amazon EMR: planned, priced, started, followed, stopped. */
@NullMarked
package dev.fruits.emr;

import org.jspecify.annotations.NullMarked;
