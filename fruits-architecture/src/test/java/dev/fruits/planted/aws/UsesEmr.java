package dev.fruits.planted.aws;

import dev.fruits.planted.emr.UsesCli;

/** Planted: breaks a rule of the architecture. */
public final class UsesEmr {
    public Class<?> uses() {
        return UsesCli.class;
    }
}
