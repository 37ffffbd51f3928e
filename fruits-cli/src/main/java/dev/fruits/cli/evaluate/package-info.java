/** What the features of a CNN are worth: a classifier learned from some photographs and measured on others. */
@NullMarked
package dev.fruits.cli.evaluate;

import org.jspecify.annotations.NullMarked;
