package dev.fruits.planted.local;

import dev.fruits.planted.spark.UsesTrain;

/** Planted: breaks a rule of the architecture. */
public final class UsesSpark {
    public Class<?> uses() {
        return UsesTrain.class;
    }
}
