/** YAML read strictly into records: what a file says wrong is an error with its line and column. */
@NullMarked
package dev.fruits.cli.yaml;

import org.jspecify.annotations.NullMarked;
