/** Tests of the strict reader. */
@NullMarked
package dev.fruits.cli.yaml;

import org.jspecify.annotations.NullMarked;
