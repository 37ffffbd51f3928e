/** The definition of every option that commands share, and the pipeline file that holds the same options. */
@NullMarked
package dev.fruits.cli.option;

import org.jspecify.annotations.NullMarked;
