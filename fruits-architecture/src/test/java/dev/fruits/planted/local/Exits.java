package dev.fruits.planted.local;

/** Planted: breaks a rule of the architecture. */
public final class Exits {
    public void exit() {
        System.exit(3);
    }
}
