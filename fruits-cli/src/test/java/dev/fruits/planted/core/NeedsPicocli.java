package dev.fruits.planted.core;

import picocli.CommandLine;

/** Planted: breaks a rule of the house. */
public final class NeedsPicocli {
    public CommandLine needs(Object command) {
        return new CommandLine(command);
    }
}
