package dev.fruits.planted.lambda;

import dev.fruits.planted.examples.UsesLambda;

/** Planted: breaks a rule of the architecture. */
public final class UsesExamples {
    public Class<?> uses() {
        return UsesLambda.class;
    }
}
