package dev.fruits.planted.core.a;

import dev.fruits.planted.core.b.Second;

/** Planted: breaks a rule of the architecture. */
public final class First {
    public Class<?> knows() {
        return Second.class;
    }
}
