/** The frame of all commands: how they are described, parsed, run and how they fail. */
@NullMarked
package dev.fruits.cli.command;

import org.jspecify.annotations.NullMarked;
