package dev.fruits.planted.core.b;

import dev.fruits.planted.core.a.First;

/** Planted: breaks a rule of the architecture. */
public final class Second {
    public Class<?> knows() {
        return First.class;
    }
}
