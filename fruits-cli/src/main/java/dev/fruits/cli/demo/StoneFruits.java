package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Peach, plum and cherries. */
final class StoneFruits {
    private StoneFruits() {}

    static List<Mesh> peach(Growth growth) {
        Curve outline = Curve.outline(
                0, -0.93, 0.16, -0.9, 0.46, -0.82, 0.78, -0.56, 0.96, -0.14, 0.94, 0.3, 0.74, 0.64, 0.44, 0.78, 0.2,
                0.7, 0, 0.5);
        Surface body = Surface.turned(outline).with(seam(0.1, 0.06)).with(growth.bulges(0.05, 1.2));
        Rgb yellow = growth.tint(0xF2B45C);
        Rgb pink = growth.tint(0xD8543A);
        Rgb crimson = growth.tint(0xA02332);
        Noise noise = growth.noise();
        double turn = growth.random().nextDouble();
        Skin skin = (p, u, v) -> {
            double sunny = 0.45 * p.dot(Vec.round(turn, 1, 0.4)) + 0.8 * noise.fractal(p, 1.6, 4) + 0.15;
            Rgb ground = yellow.mix(pink, Ramp.smooth(-0.25, 0.4, sunny));
            return new Paint(
                    ground.mix(crimson, Ramp.smooth(0.15, 0.9, sunny + 0.3 * noise.fractal(p, 9, 2))), 0.04, 0.55);
        };
        return List.of(Mesh.closed(body, skin, 170, 120), hollowStem(growth));
    }

    static List<Mesh> plum(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.06, 0.3, -1.0, 0.6, -0.75, 0.8, -0.34, 0.84, 0.1, 0.74, 0.52, 0.5, 0.84, 0.22, 0.94, 0, 0.88);
        Surface body = Surface.turned(outline).with(seam(0.07, 0.05)).with(growth.bulges(0.04, 1.2));
        Rgb purple = growth.tint(0x4A1A44);
        Rgb red = growth.tint(0x6E1C3C);
        Rgb bloom = growth.tint(0x8F88B8);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            double dust = Ramp.smooth(-0.15, 0.7, noise.fractal(p, 1.7, 5) + 0.2 * p.y());
            Rgb ground = purple.mix(red, 0.4 + noise.fractal(p.times(-1), 1.2, 2));
            return new Paint(ground.mix(bloom, 0.62 * dust), 0.4 * (1 - dust), 0.15 + 0.2 * dust);
        };
        Mesh stem = Greenery.uprightStem(growth, new Vec(0, 0.86, 0), 0.42, 0.04, growth.tint(0x76703A));
        return List.of(Mesh.closed(body, skin, 160, 120), stem);
    }

    /** Two cherries whose stems meet, one leaf where they do. */
    static List<Mesh> cherries(Growth growth) {
        Vec meeting = new Vec(growth.between(-0.1, 0.1), 1.7, 0);
        Rgb red = growth.tint(0xA80F1E);
        List<Mesh> parts = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            Vec middle = new Vec(0.66 * side, growth.between(-0.72, -0.45), growth.between(-0.15, 0.15));
            parts.add(cherry(growth, middle, red));
            Vec foot = middle.plus(new Vec(0, 0.42, 0));
            Vec bend = foot.mix(meeting, 0.5).plus(new Vec(0.16 * side, 0, 0));
            parts.add(Greenery.stem(growth, Curve.through(List.of(foot, bend, meeting)), 0.035, growth.tint(0x6E8A2E)));
        }
        Vec tip = meeting.plus(new Vec(growth.between(0.7, 0.9), growth.between(-0.35, -0.1), 0.1));
        parts.add(Greenery.leaf(growth, meeting, tip, 0.24, growth.tint(0x3F8A2A)));
        return parts;
    }

    private static Mesh cherry(Growth growth, Vec middle, Rgb red) {
        Curve outline =
                Curve.outline(0, -0.56, 0.3, -0.5, 0.54, -0.24, 0.62, 0.1, 0.5, 0.4, 0.24, 0.5, 0.1, 0.44, 0, 0.36);
        Surface body = Surface.turned(outline).with(seam(0.05, 0.05)).moved(middle);
        Rgb dark = red.times(0.35);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> Paint.glossy(red.mix(dark, 0.4 + 0.9 * noise.fractal(p, 1.5, 3)), 0.95);
        return Mesh.closed(body, skin, 110, 80);
    }

    private static Mesh hollowStem(Growth growth) {
        return Greenery.uprightStem(growth, new Vec(0, 0.48, 0), 0.22, 0.07, growth.tint(0x6B4A2A));
    }

    /** The groove down one side, {@code depth} as a share of the radius, {@code width} in turns. */
    private static Surface.Relief seam(double depth, double width) {
        return (p, u, v) -> {
            double off = Math.min(u, 1 - u) / width;
            return -depth * StrictMath.exp(-off * off) * (0.35 + 0.65 * v);
        };
    }
}
