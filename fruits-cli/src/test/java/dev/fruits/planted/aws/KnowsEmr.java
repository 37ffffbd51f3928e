package dev.fruits.planted.aws;

import dev.fruits.planted.emr.KnowsLocal;

/** Planted: breaks a rule of the house. */
public final class KnowsEmr {
    public Class<?> knows() {
        return KnowsLocal.class;
    }
}
