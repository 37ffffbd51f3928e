/** The rules that every module keeps, each with a class that breaks it on purpose. */
@NullMarked
package dev.fruits.architecture;

import org.jspecify.annotations.NullMarked;
