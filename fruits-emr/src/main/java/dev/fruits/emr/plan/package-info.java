/** Clusters in a cloud: what one is made of, how long a run takes on it and what that costs, before it is created. */
@NullMarked
package dev.fruits.emr.plan;

import org.jspecify.annotations.NullMarked;
