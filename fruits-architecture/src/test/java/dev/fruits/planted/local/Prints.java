package dev.fruits.planted.local;

/** Planted: breaks a rule of the architecture. */
public final class Prints {
    public void print() {
        System.out.println("planted");
    }
}
