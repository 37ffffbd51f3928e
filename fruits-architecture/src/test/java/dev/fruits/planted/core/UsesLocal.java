package dev.fruits.planted.core;

import dev.fruits.planted.local.Exits;

/** Planted: breaks a rule of the architecture. */
public final class UsesLocal {
    public Class<?> uses() {
        return Exits.class;
    }
}
