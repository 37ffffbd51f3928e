/** Tests of what people see. */
@NullMarked
package dev.fruits.cli.console;

import org.jspecify.annotations.NullMarked;
