/** What people see: progress, the summary of a run, and one line for each error. */
@NullMarked
package dev.fruits.cli.console;

import org.jspecify.annotations.NullMarked;
