package dev.fruits.planted.image;

import dev.fruits.planted.djl.UsesLocal;

/** Planted: breaks a rule of the architecture. */
public final class UsesDjl {
    public Class<?> uses() {
        return UsesLocal.class;
    }
}
