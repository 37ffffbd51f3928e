/** Runs on clusters of a cloud: what they need and cost. */
@NullMarked
package dev.fruits.cli.emr;

import org.jspecify.annotations.NullMarked;
