/** The rules of the house, over all modules that the command line sees. */
@NullMarked
package dev.fruits.house;

import org.jspecify.annotations.NullMarked;
