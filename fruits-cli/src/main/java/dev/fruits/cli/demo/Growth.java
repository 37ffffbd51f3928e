package dev.fruits.cli.demo;

import java.util.random.RandomGenerator;

/** What makes one specimen unlike another of its kind. Used by one thread. */
record Growth(RandomGenerator random, Noise noise) {
    static Growth of(RandomGenerator random) {
        return new Growth(random, new Noise(random.nextLong()));
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A colour a little lighter or darker and a little warmer or colder than {@code 0xRRGGBB}. */
    Rgb tint(int rgb) {
        double light = between(0.9, 1.1);
        return Rgb.hex(rgb).times(light * between(0.95, 1.05), light, light * between(0.92, 1.08));
    }

    /** Uneven growth: gentle bulges up to about {@code height}, a share of the size. */
    Surface.Relief bulges(double height, double frequency) {
        return (p, u, v) -> height * noise.at(p.times(frequency));
    }
}
