/**
 * The images that {@code ./fruits demo} draws itself: fruits modelled as parametric surfaces, painted by noise,
 * lit and drawn as Fruits-360 does it, each fruit turning round its own axis before a white wall.
 */
@NullMarked
package dev.fruits.cli.demo;

import org.jspecify.annotations.NullMarked;
