package dev.fruits.planted.eigen;

import dev.fruits.planted.local.UsesSpark;

/** Planted: breaks a rule of the architecture. */
public final class UsesLocal {
    public Class<?> uses() {
        return UsesSpark.class;
    }
}
