package dev.fruits.cli.demo;

/** Smooth steps and piecewise curves of one variable. */
final class Ramp {
    private Ramp() {}

    /** 0 up to {@code from}, 1 beyond {@code to}, smooth between; falls instead of rising where {@code from > to}. */
    static double smooth(double from, double to, double x) {
        double t = clamp((x - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    static double clamp(double x) {
        return Math.min(1, Math.max(0, x));
    }

    static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
