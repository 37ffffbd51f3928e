@NullMarked
package dev.fruits.cli.option;

import org.jspecify.annotations.NullMarked;
