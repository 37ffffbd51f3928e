package dev.fruits.planted.local;

import dev.fruits.planted.lambda.KnowsTheCommandLine;

/** Planted: breaks a rule of the house. */
public final class KnowsLambda {
    public Class<?> knows() {
        return KnowsTheCommandLine.class;
    }
}
