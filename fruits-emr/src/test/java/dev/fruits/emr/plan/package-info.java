@NullMarked
package dev.fruits.emr.plan;

import org.jspecify.annotations.NullMarked;
