package dev.fruits.planted.unmarked;

/** Planted: breaks a rule of the house. */
public final class Unmarked {
    public int value() {
        return 1;
    }
}
