@NullMarked
package dev.fruits.emr;

import org.jspecify.annotations.NullMarked;
