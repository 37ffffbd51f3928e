package dev.fruits.planted.train;

import dev.fruits.planted.djl.KnowsLocal;

/** Planted: breaks a rule of the house. */
public final class KnowsDjl {
    public Class<?> knows() {
        return KnowsLocal.class;
    }
}
