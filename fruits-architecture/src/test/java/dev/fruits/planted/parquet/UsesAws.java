package dev.fruits.planted.parquet;

import dev.fruits.planted.aws.UsesEmr;

/** Planted: breaks a rule of the architecture. */
public final class UsesAws {
    public Class<?> uses() {
        return UsesEmr.class;
    }
}
