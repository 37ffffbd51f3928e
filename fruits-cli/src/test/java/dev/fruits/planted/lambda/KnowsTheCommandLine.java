package dev.fruits.planted.lambda;

import dev.fruits.planted.cli.KnowsLocal;

/** Planted: breaks a rule of the house. */
public final class KnowsTheCommandLine {
    public Class<?> knows() {
        return KnowsLocal.class;
    }
}
