package dev.fruits.cli.demo;

import java.util.List;

/** Fruits with pores in their peel. */
final class Citrus {
    private Citrus() {}

    static List<Mesh> orange(Growth growth) {
        Curve outline = Curve.outline(
                0, -0.94, 0.35, -0.89, 0.68, -0.67, 0.9, -0.36, 0.98, 0, 0.92, 0.36, 0.7, 0.68, 0.38, 0.88, 0.12, 0.91,
                0, 0.88);
        Surface body = Surface.turned(outline).with(growth.bulges(0.04, 1.2));
        Mesh peel = peel(growth, body, growth.tint(0xF08A12), growth.tint(0xDE6A08), 15);
        Rgb green = growth.tint(0x6F7A35);
        Mesh button = Mesh.closed(
                Surface.ball(new Vec(0, 0.87, 0), 0.12).with((p, u, v) -> 0.02 * StrictMath.cos(10 * Math.PI * u)),
                Skin.plain(Paint.matt(green)),
                20,
                12);
        return List.of(peel, button);
    }

    static List<Mesh> lemon(Growth growth) {
        double nipple = growth.between(0.95, 1.1);
        Curve outline = Curve.outline(
                        0, -1.28, 0.12, -1.24, 0.2, -1.1, 0.42, -0.9, 0.68, -0.56, 0.8, -0.1, 0.76, 0.36, 0.58, 0.72,
                        0.3, 0.96, 0.18, 1.06, 0.12, 1.12, 0, 1.12)
                .shaped(p -> p.y() < -1.2 ? p.times(1, nipple, 1) : p);
        Surface body = Surface.turned(outline).with(growth.bulges(0.05, 1.4));
        Mesh peel = peel(growth, body, growth.tint(0xF6D42A), growth.tint(0xDDB413), 13);
        return List.of(peel, scar(growth, 1.08));
    }

    static List<Mesh> lime(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.08, 0.13, -1.03, 0.36, -0.93, 0.66, -0.64, 0.83, -0.25, 0.85, 0.15, 0.7, 0.56, 0.42, 0.85, 0.14,
                0.98, 0, 1.0);
        Surface body = Surface.turned(outline).with(growth.bulges(0.05, 1.3));
        Mesh peel = peel(growth, body, growth.tint(0x5C9A22), growth.tint(0x38721A), 13);
        return List.of(peel, scar(growth, 0.95));
    }

    private static Mesh scar(Growth growth, double height) {
        return Mesh.closed(
                Surface.ball(new Vec(0, 0, 0), 0.09).scaled(1, 0.6, 1).moved(new Vec(0, height, 0)),
                Skin.plain(Paint.matt(growth.tint(0x8A7A4A))),
                16,
                10);
    }

    /** A dimpled peel: pores are sunk, darker, and the light breaks on them. */
    private static Mesh peel(Growth growth, Surface body, Rgb colour, Rgb deep, double pores) {
        Noise noise = growth.noise();
        Surface dimpled = body.with((p, u, v) -> -0.014 * pore(noise, p, pores) + 0.004 * noise.fractal(p, 9, 2));
        Skin skin = (p, u, v) -> {
            double pore = pore(noise, p, pores);
            Rgb ground = colour.mix(deep, 0.45 + 0.8 * noise.fractal(p, 1.3, 3));
            return Paint.glossy(ground.mix(deep.times(0.8), 0.3 * pore), 0.42 * (1 - 0.5 * pore));
        };
        return Mesh.closed(dimpled, skin, 220, 160);
    }

    /** Two lattices of dots, one askew to the other, so that no rows show. */
    private static double pore(Noise noise, Vec p, double frequency) {
        Vec askew = new Vec(0.64 * p.x() + 0.77 * p.y() + 3.7, 0.6 * p.y() + 0.8 * p.z(), 0.8 * p.x() - 0.6 * p.z());
        return Math.max(noise.dots(p, frequency, 0.34), noise.dots(askew, frequency, 0.34));
    }
}
