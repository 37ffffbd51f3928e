package dev.fruits.planted.unmarked;

/** Planted: breaks a rule of the architecture. */
public final class Unmarked {
    public int value() {
        return 1;
    }
}
