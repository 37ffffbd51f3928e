package dev.fruits.cli.command;

import java.io.IOException;

/** One command of the program, as it was called. */
public interface Command {
    /**
     * Does the work.
     *
     * @return the exit code: 0 done, 1 the run failed
     * @throws dev.fruits.core.WrongUseException if an option cannot be used: exit code 2
     * @throws dev.fruits.core.RunFailedException if the run fails: exit code 1
     * @throws IOException if reading or writing fails: exit code 1
     */
    int run() throws IOException;
}
