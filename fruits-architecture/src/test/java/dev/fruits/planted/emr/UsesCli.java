package dev.fruits.planted.emr;

import dev.fruits.planted.cli.UsesLambda;

/** Planted: breaks a rule of the architecture. */
public final class UsesCli {
    public Class<?> uses() {
        return UsesLambda.class;
    }
}
