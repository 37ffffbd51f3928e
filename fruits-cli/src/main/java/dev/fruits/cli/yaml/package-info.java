/** YAML that is read strictly: a wrong key or value is an error with its line and column. */
@NullMarked
package dev.fruits.cli.yaml;

import org.jspecify.annotations.NullMarked;
