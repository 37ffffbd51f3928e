package dev.fruits.planted.image;

import dev.fruits.planted.local.Prints;

/** Planted: breaks a rule of the house. */
public final class KnowsLocal {
    public Class<?> knows() {
        return Prints.class;
    }
}
