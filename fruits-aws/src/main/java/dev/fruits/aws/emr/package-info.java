/** Clusters on Amazon EMR: planned, priced, started, followed, stopped. */
@NullMarked
package dev.fruits.aws.emr;

import org.jspecify.annotations.NullMarked;
