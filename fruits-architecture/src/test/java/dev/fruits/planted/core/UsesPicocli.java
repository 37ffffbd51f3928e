package dev.fruits.planted.core;

import picocli.CommandLine;

/** Planted: breaks a rule of the architecture. */
public final class UsesPicocli {
    public Class<?> uses() {
        return CommandLine.class;
    }
}
