/** Adapters made by hand, found by {@link java.util.ServiceLoader}: scheme and engine {@code fake}, model {@code fake-cnn}. */
@NullMarked
package dev.fruits.cli.fake;

import org.jspecify.annotations.NullMarked;
