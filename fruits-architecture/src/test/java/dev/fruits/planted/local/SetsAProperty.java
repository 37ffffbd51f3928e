package dev.fruits.planted.local;

/** Planted: breaks a rule of the architecture. */
public final class SetsAProperty {
    public void set() {
        System.setProperty("a", "b");
    }
}
