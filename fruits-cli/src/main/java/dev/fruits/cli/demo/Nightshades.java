package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Tomato and aubergine. */
final class Nightshades {
    private Nightshades() {}

    static List<Mesh> tomato(Growth growth) {
        Curve outline = Curve.outline(
                0, -0.72, 0.34, -0.72, 0.7, -0.56, 0.95, -0.2, 0.97, 0.2, 0.78, 0.54, 0.48, 0.66, 0.2, 0.6, 0, 0.5);
        int lobes = 4 + growth.random().nextInt(3);
        Surface body = Surface.turned(outline)
                .with((p, u, v) -> 0.05 * v * v * StrictMath.cos(2 * Math.PI * lobes * u))
                .with(growth.bulges(0.04, 1.1));
        Rgb red = growth.tint(0xD8281A);
        Rgb orange = growth.tint(0xE0641E);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            double unripe = Ramp.smooth(0.2, 0.9, p.y() + 0.5 * noise.fractal(p, 1.5, 3));
            return Paint.glossy(red.mix(orange, 0.6 * unripe), 0.85);
        };
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(body, skin, 150, 110));
        Curve sepal = Curve.through(
                List.of(new Vec(0, 0.54, 0), new Vec(0.28, 0.7, 0), new Vec(0.55, 0.76, 0), new Vec(0.78, 0.82, 0)));
        parts.addAll(Greenery.star(growth, 6, sepal, 0.11, growth.tint(0x3F7A26)));
        parts.add(Greenery.uprightStem(growth, new Vec(0, 0.5, 0), 0.48, 0.055, growth.tint(0x5A8A34)));
        return parts;
    }

    static List<Mesh> aubergine(Growth growth) {
        double bend = growth.between(0.05, 0.3);
        Curve path = Curve.through(
                List.of(new Vec(bend, -1.5, 0), new Vec(0, -0.6, 0), new Vec(0, 0.4, 0), new Vec(0.6 * bend, 1.2, 0)));
        double girth = growth.between(0.56, 0.66);
        Surface body = Surface.tube(path, v -> girth * belly(v)).with(growth.bulges(0.03, 1));
        Rgb purple = growth.tint(0x2E1238);
        Rgb violet = growth.tint(0x4A1C50);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            Rgb ground = purple.mix(violet, 0.4 + noise.fractal(p.times(3, 0.7, 3), 1, 3));
            return Paint.glossy(ground, 0.9);
        };
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(body, skin, 120, 140));
        parts.addAll(calyx(growth, path.at(1), girth));
        return parts;
    }

    private static List<Mesh> calyx(Growth growth, Vec top, double girth) {
        Rgb green = growth.tint(0x6A8A3C);
        double lean = top.x();
        Curve outline = Curve.outline(0, -0.2, 0.4, -0.22, 0.62, -0.2, 0.5, 0.02, 0.24, 0.14, 0, 0.16)
                .shaped(p -> p.times(girth, 1, 1));
        Surface cap = Surface.turned(outline)
                .with((p, u, v) -> 0.3 * (1 - v) * (StrictMath.cos(10 * Math.PI * u) - 0.2))
                .moved(new Vec(lean, top.y(), 0));
        Skin skin = (p, u, v) ->
                Paint.glossy(green.mix(green.times(0.5), 0.5 + growth.noise().fractal(p, 7, 2)), 0.15);
        Mesh stem = Greenery.uprightStem(growth, new Vec(lean, top.y() + 0.05, 0), 0.52, 0.1, growth.tint(0x7A8E48));
        return List.of(Mesh.closed(cap, skin, 60, 30), stem);
    }

    /** From the blossom end to the stem, as a share of the girth. */
    private static double belly(double v) {
        double round = Math.sqrt(Ramp.clamp(1 - StrictMath.pow(1 - Ramp.clamp(v / 0.42), 2.4)));
        double neck = 1 - 0.52 * Ramp.smooth(0.3, 0.95, v);
        return round * neck * Math.sqrt(Ramp.clamp((1 - v) * 20));
    }
}
