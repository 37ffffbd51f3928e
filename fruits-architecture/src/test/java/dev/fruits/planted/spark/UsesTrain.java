package dev.fruits.planted.spark;

import dev.fruits.planted.train.UsesCli;

/** Planted: breaks a rule of the architecture. */
public final class UsesTrain {
    public Class<?> uses() {
        return UsesCli.class;
    }
}
