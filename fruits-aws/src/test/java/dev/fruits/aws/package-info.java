@NullMarked
package dev.fruits.aws;

import org.jspecify.annotations.NullMarked;
