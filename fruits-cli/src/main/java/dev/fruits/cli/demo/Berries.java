package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Strawberry, blueberry, raspberry, blackberry and grapes. */
final class Berries {
    private Berries() {}

    static List<Mesh> strawberry(Growth growth) {
        double length = growth.between(1.0, 1.15);
        Curve outline = Curve.outline(
                        0, -1.1, 0.16, -1.05, 0.38, -0.8, 0.6, -0.4, 0.78, 0, 0.84, 0.34, 0.7, 0.62, 0.4, 0.72, 0.15,
                        0.66, 0, 0.6)
                .shaped(p -> p.y() < -0.5 ? p.times(1, length, 1) : p);
        Surface body = Surface.turned(outline).with(growth.bulges(0.09, 1.2));
        List<Spot> seeds = Spot.spread(body, 120, 0.04, 0.86);
        Rgb red = growth.tint(0xD01822);
        Rgb dark = growth.tint(0xA00C1A);
        Rgb pale = growth.tint(0xF0A070);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            Rgb ground = red.mix(dark, 0.4 + noise.fractal(p, 2, 3));
            return Paint.glossy(ground.mix(pale, Ramp.smooth(0.3, 0.75, p.y() + 0.2 * noise.at(p.times(5)))), 0.6);
        };
        Surface.Relief dimples = (p, u, v) -> -0.05 * nearness(p, seeds, 0.1);
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(body.with(dimples), skin, 120, 100));
        Paint straw = Paint.glossy(growth.tint(0xE6C05A), 0.3);
        seeds.forEach(seed -> parts.add(seed(seed, straw)));
        Curve sepal = Curve.through(
                List.of(new Vec(0, 0.62, 0), new Vec(0.35, 0.8, 0), new Vec(0.68, 0.78, 0), new Vec(0.9, 0.62, 0)));
        parts.addAll(Greenery.star(growth, 9, sepal, 0.19, growth.tint(0x4C9A2C)));
        parts.add(Greenery.uprightStem(growth, new Vec(0, 0.6, 0), 0.55, 0.05, growth.tint(0x6FA03C)));
        return parts;
    }

    private static double nearness(Vec p, List<Spot> spots, double reach) {
        double nearest = reach * reach;
        for (Spot spot : spots) {
            Vec away = p.minus(spot.point());
            nearest = Math.min(nearest, away.dot(away));
        }
        return 1 - nearest / (reach * reach);
    }

    private static Mesh seed(Spot spot, Paint paint) {
        Surface grain = Surface.ball(new Vec(0, 0, 0), 1)
                .scaled(0.026, 0.03, 0.045)
                .turned(Rotation.raising(spot.outwards()))
                .moved(spot.point().minus(spot.outwards().times(0.025)));
        return Mesh.closed(grain, Skin.plain(paint), 8, 6);
    }

    static List<Mesh> blueberry(Growth growth) {
        Curve outline = Curve.outline(
                0, -0.82, 0.34, -0.77, 0.7, -0.54, 0.92, -0.1, 0.88, 0.34, 0.62, 0.68, 0.42, 0.78, 0.3, 0.72, 0.2, 0.58,
                0, 0.56);
        Surface body = Surface.turned(outline).with(growth.bulges(0.03, 1.2));
        Rgb navy = growth.tint(0x1E2A5C);
        Rgb bloom = growth.tint(0x7F93C8);
        Rgb dark = Rgb.hex(0x1A1420);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            double dust = Ramp.smooth(-0.4, 0.7, noise.fractal(p, 1.8, 5));
            double cup = Ramp.smooth(0.34, 0.2, p.radius()) * Ramp.smooth(0, 0.4, p.y());
            Rgb ground = navy.mix(bloom, 0.6 * dust).mix(dark, 0.85 * cup);
            return new Paint(ground, 0.16 * (1 - dust), 0.25 * (1 - cup));
        };
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(body, skin, 140, 110));
        Curve crown = Curve.through(List.of(new Vec(0.3, 0.66, 0), new Vec(0.4, 0.86, 0), new Vec(0.56, 0.95, 0)));
        parts.addAll(Greenery.star(growth, 6, crown, 0.24, growth.tint(0x3A3E66)));
        return parts;
    }

    static List<Mesh> raspberry(Growth growth) {
        Rgb red = growth.tint(0xB8142E);
        List<Mesh> parts = new ArrayList<>(drupelets(growth, red, growth.tint(0xD84058), 0.45, 78));
        Curve sepal = Curve.through(List.of(new Vec(0, 0.72, 0), new Vec(0.4, 0.86, 0), new Vec(0.72, 1.0, 0)));
        parts.addAll(Greenery.star(growth, 5, sepal, 0.16, growth.tint(0x7FA650)));
        parts.add(Greenery.uprightStem(growth, new Vec(0, 0.7, 0), 0.5, 0.05, growth.tint(0x7FA04A)));
        return parts;
    }

    static List<Mesh> blackberry(Growth growth) {
        Rgb black = growth.tint(0x241528);
        List<Mesh> parts = new ArrayList<>(drupelets(growth, black, growth.tint(0x5A2440), 0.9, 58));
        Curve sepal = Curve.through(List.of(new Vec(0, 0.78, 0), new Vec(0.45, 0.88, 0), new Vec(0.8, 0.82, 0)));
        parts.addAll(Greenery.star(growth, 5, sepal, 0.17, growth.tint(0x86A860)));
        return parts;
    }

    private static List<Mesh> drupelets(Growth growth, Rgb colour, Rgb light, double gloss, int count) {
        Curve outline =
                Curve.outline(0, -0.92, 0.3, -0.86, 0.54, -0.6, 0.68, -0.2, 0.72, 0.2, 0.64, 0.52, 0.4, 0.7, 0, 0.74);
        Surface heart = Surface.turned(outline).with(growth.bulges(0.08, 1.2));
        Noise noise = growth.noise();
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(heart.scaled(0.94, 0.94, 0.94), Skin.plain(Paint.matt(colour.times(0.5))), 40, 30));
        for (Spot spot : Spot.spread(heart, count, 0, 1)) {
            Surface drupelet = Surface.ball(spot.point(), growth.between(0.185, 0.215) * Math.sqrt(66.0 / count));
            Rgb own = colour.mix(light, 0.35 + 0.5 * noise.at(spot.point().times(2)));
            parts.add(Mesh.closed(drupelet, Skin.plain(new Paint(own, gloss, 0.3 * (1 - gloss))), 18, 13));
        }
        return parts;
    }

    /** A small bunch: berries crowd round the upright axis, fewer towards its tip. */
    static List<Mesh> grapes(Growth growth) {
        Curve outline = Curve.outline(0, -1.15, 0.2, -1.05, 0.42, -0.6, 0.62, 0, 0.74, 0.45, 0.5, 0.8, 0, 0.9);
        Surface bunch = Surface.turned(outline).with(growth.bulges(0.2, 1.6));
        Rgb green = growth.tint(0x9DB83C);
        Rgb amber = growth.tint(0xBCAE48);
        Noise noise = growth.noise();
        List<Mesh> parts = new ArrayList<>();
        parts.add(Mesh.closed(bunch.scaled(0.8, 0.9, 0.8), Skin.plain(Paint.matt(green.times(0.3))), 40, 30));
        for (Spot spot : Spot.spread(bunch, 34, 0, 1)) {
            Vec middle = spot.point().plus(new Vec(0, growth.between(-0.06, 0.06), 0));
            Surface grape = Surface.ball(new Vec(0, 0, 0), growth.between(0.25, 0.3))
                    .scaled(1, 1.12, 1)
                    .moved(middle);
            Rgb own = green.mix(amber, 0.4 + noise.at(middle.times(1.4)));
            Skin skin = (p, u, v) ->
                    new Paint(own.mix(own.mix(Rgb.WHITE, 0.3), Ramp.smooth(0, 0.6, noise.fractal(p, 4, 3))), 0.5, 0.25);
            parts.add(Mesh.closed(grape, skin, 26, 18));
        }
        parts.add(Greenery.uprightStem(growth, new Vec(0, 0.8, 0), 0.75, 0.06, growth.tint(0x8A7A3C)));
        return parts;
    }
}
