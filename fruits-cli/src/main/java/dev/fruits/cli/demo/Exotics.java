package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Banana, kiwi, pineapple and watermelon. */
final class Exotics {
    private Exotics() {}

    static List<Mesh> banana(Growth growth) {
        double bend = growth.between(0.42, 0.6);
        Curve path = Curve.through(List.of(
                new Vec(0.55 * bend, -1.5, 0),
                new Vec(-0.1 * bend, -1.0, 0),
                new Vec(-0.6 * bend, -0.35, 0),
                new Vec(-0.65 * bend, 0.35, 0),
                new Vec(-0.2 * bend, 1.0, 0),
                new Vec(0.45 * bend, 1.45, 0),
                new Vec(0.75 * bend, 1.75, 0)));
        double girth = growth.between(0.34, 0.4);
        double phase = growth.random().nextDouble();
        Surface round = Surface.tube(path, v -> girth * thickness(v));
        Surface body = (u, v) -> {
            Vec spine = path.at(v);
            double edges = 1 + 0.045 * StrictMath.cos(10 * Math.PI * (u + phase)) * Ramp.smooth(0, 0.3, v);
            return spine.plus(round.at(u, v).minus(spine).times(edges));
        };
        return List.of(Mesh.closed(body, bananaPeel(growth, phase), 120, 180));
    }

    /** From the tip to the cut stem, as a share of the girth. */
    private static double thickness(double v) {
        double tip = 0.12 + 0.88 * Ramp.smooth(-0.02, 0.22, v);
        double neck = 1 - 0.68 * Ramp.smooth(0.68, 0.9, v);
        double ends = Math.sqrt(Ramp.clamp(v * 50)) * Math.sqrt(Ramp.clamp((1 - v) * 80));
        return tip * neck * ends;
    }

    private static Skin bananaPeel(Growth growth, double phase) {
        Rgb yellow = growth.tint(0xF2CC2E);
        Rgb deep = growth.tint(0xD9A81C);
        Rgb green = growth.tint(0x9DAA2C);
        Rgb brown = growth.tint(0x4A2E14);
        Noise noise = growth.noise();
        double ripeness = growth.between(0.15, 0.5);
        return (p, u, v) -> {
            double edge = StrictMath.cos(10 * Math.PI * (u + phase));
            Rgb ground = yellow.mix(deep, 0.3 + 0.5 * noise.fractal(p, 1.5, 3) + 0.25 * Ramp.smooth(0.7, 1, edge));
            ground = ground.mix(green, 0.8 * Ramp.smooth(0.72, 0.95, v));
            double freckle = Ramp.smooth(0.62 - 0.3 * ripeness, 0.8, noise.fractal(p.times(9, 5, 9), 1, 3));
            double ends = Math.max(Ramp.smooth(0.07, 0.02, v), Ramp.smooth(0.965, 0.99, v));
            return Paint.glossy(ground.mix(brown, Math.max(0.75 * freckle, 0.95 * ends)), 0.2);
        };
    }

    static List<Mesh> kiwi(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.08, 0.14, -1.06, 0.42, -0.95, 0.68, -0.64, 0.8, -0.2, 0.8, 0.22, 0.66, 0.66, 0.4, 0.94, 0.14,
                1.04, 0, 1.02);
        Noise noise = growth.noise();
        Surface body = Surface.turned(outline)
                .with(growth.bulges(0.04, 1.3))
                .with((p, u, v) -> 0.012 * noise.fractal(p.times(22, 7, 22), 1, 2));
        Rgb brown = growth.tint(0x8E6E40);
        Rgb dark = growth.tint(0x5A4222);
        Rgb green = growth.tint(0x7C7A3C);
        Skin skin = (p, u, v) -> {
            double fuzz = noise.fractal(p.times(26, 8, 26), 1, 2);
            Rgb ground = brown.mix(green, Ramp.smooth(0, 0.8, noise.fractal(p, 1.4, 2)));
            double ends = Ramp.smooth(0.2, 0.08, p.radius());
            return new Paint(ground.mix(dark, 0.4 + 0.9 * fuzz).mix(dark.times(0.6), 0.8 * ends), 0.02, 0.4);
        };
        return List.of(Mesh.closed(body, skin, 220, 150));
    }

    static List<Mesh> watermelon(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.0, 0.32, -0.95, 0.64, -0.76, 0.88, -0.42, 0.97, 0, 0.9, 0.42, 0.66, 0.76, 0.34, 0.95, 0.1, 0.98,
                0, 0.95);
        Surface body = Surface.turned(outline).with(growth.bulges(0.03, 1)).scaled(1, growth.between(1.0, 1.18), 1);
        Rgb pale = growth.tint(0x9DB86A);
        Rgb dark = growth.tint(0x1F4A1C);
        Noise noise = growth.noise();
        int stripes = 9 + growth.random().nextInt(3);
        Skin skin = (p, u, v) -> {
            double jag = 0.9 * noise.fractal(p, 3.5, 4) + 0.5 * noise.at(p.times(11));
            double stripe = StrictMath.cos(2 * Math.PI * (stripes * u + 0.25 * noise.at(p.times(1.7)))) + jag - 0.15;
            Rgb ground = pale.mix(dark, 0.3 * Ramp.smooth(0.1, 0.5, noise.fractal(p, 8, 2)));
            return Paint.glossy(ground.mix(dark, Ramp.smooth(-0.15, 0.25, stripe)), 0.4);
        };
        Mesh stem = Greenery.uprightStem(growth, new Vec(0, 0.93, 0), 0.34, 0.05, growth.tint(0x7A7A3A));
        return List.of(Mesh.closed(body, skin, 200, 140), stem);
    }

    static List<Mesh> pineapple(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.2, 0.3, -1.18, 0.52, -1.0, 0.64, -0.62, 0.67, -0.2, 0.62, 0.2, 0.48, 0.5, 0.28, 0.62, 0, 0.64);
        Surface body = Surface.turned(outline).with((p, u, v) -> 0.09 * eye(u, v) - 0.05);
        Rgb gold = growth.tint(0xD08A22);
        Rgb green = growth.tint(0x7A7A24);
        Rgb brown = growth.tint(0x54300E);
        Noise noise = growth.noise();
        double unripe = growth.between(-0.4, 0.1);
        Skin skin = (p, u, v) -> {
            double eye = eye(u, v);
            Rgb ground = gold.mix(green, Ramp.smooth(-0.2, 1, noise.fractal(p, 1.3, 2) + p.y() + unripe));
            ground = brown.mix(ground, Ramp.smooth(0.02, 0.35, eye));
            double thorn = Ramp.smooth(0.72, 0.95, eye + 0.1 * noise.at(p.times(12)));
            return Paint.glossy(ground.mix(brown.mix(Rgb.hex(0xE0C890), 0.4), 0.75 * thorn), 0.22);
        };
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(body, skin, 200, 170));
        parts.addAll(crown(growth));
        return parts;
    }

    /** Height of the scales that two families of spirals cut into the peel, 0 in the grooves, 1 on a scale's middle. */
    private static double eye(double u, double v) {
        double rising = StrictMath.sin(Math.PI * (8 * u + 7.5 * v));
        double falling = StrictMath.sin(Math.PI * (8 * u - 7.5 * v));
        return Math.sqrt(Math.abs(rising * falling));
    }

    private static List<Mesh> crown(Growth growth) {
        List<Mesh> leaves = new ArrayList<>();
        Rgb green = growth.tint(0x5E8A3E);
        for (int ring = 0; ring < 4; ring++) {
            double out = 0.72 - 0.19 * ring;
            double rise = 0.45 + 0.27 * ring;
            Curve line = Curve.through(List.of(
                    new Vec(0.1, 0.55, 0),
                    new Vec(0.25 + 0.3 * out, 0.62 + 0.6 * rise, 0),
                    new Vec(out, 0.62 + rise, 0)));
            leaves.addAll(Greenery.star(growth, 8 - ring, line, 0.11, green.times(0.8 + 0.15 * ring)));
        }
        return leaves;
    }
}
