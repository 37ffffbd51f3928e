package dev.fruits.planted.examples;

import dev.fruits.planted.lambda.UsesExamples;

/** Planted: breaks a rule of the architecture. */
public final class UsesLambda {
    public Class<?> uses() {
        return UsesExamples.class;
    }
}
