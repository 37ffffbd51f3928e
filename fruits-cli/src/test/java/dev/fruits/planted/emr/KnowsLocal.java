package dev.fruits.planted.emr;

import dev.fruits.planted.local.KnowsDjl;

/** Planted: breaks a rule of the house. */
public final class KnowsLocal {
    public Class<?> knows() {
        return KnowsDjl.class;
    }
}
