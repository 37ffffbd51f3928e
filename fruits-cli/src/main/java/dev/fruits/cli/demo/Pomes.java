package dev.fruits.cli.demo;

import java.util.List;

/** Apples and pears. */
final class Pomes {
    private Pomes() {}

    static List<Mesh> redApple(Growth growth) {
        Rgb red = growth.tint(0xC8161E);
        Rgb dark = growth.tint(0x7E0C18);
        Rgb yellow = growth.tint(0xE8B64A);
        Noise noise = growth.noise();
        double blush = growth.between(0.1, 0.5);
        Skin skin = (p, u, v) -> {
            double streak = noise.fractal(p.times(6, 0.8, 6), 1, 3);
            double pale = noise.at(p) + 0.9 * Ramp.smooth(0.35, 0.8, p.y()) - 0.3 * Ramp.smooth(0.3, 0.9, -p.y());
            Rgb ground = red.mix(dark, 0.35 + 0.9 * streak).mix(yellow, Ramp.smooth(blush, 1.4, pale + 0.8 * streak));
            return Paint.glossy(ground.mix(yellow, 0.6 * noise.dots(p, 7, 0.16)), 0.55);
        };
        return apple(growth, skin, growth.between(0.98, 1.1));
    }

    static List<Mesh> greenApple(Growth growth) {
        Rgb green = growth.tint(0x8DB92E);
        Rgb deep = growth.tint(0x649420);
        Rgb pale = growth.tint(0xD9DE8C);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            Rgb ground = green.mix(deep, 0.5 + noise.fractal(p, 2, 3));
            return Paint.glossy(ground.mix(pale, 0.85 * noise.dots(p, 8, 0.17)), 0.5);
        };
        return apple(growth, skin, growth.between(0.9, 1.0));
    }

    private static List<Mesh> apple(Growth growth, Skin skin, double height) {
        Curve outline = Curve.outline(
                0, -0.62, 0.2, -0.74, 0.46, -0.78, 0.74, -0.58, 0.92, -0.2, 0.97, 0.2, 0.86, 0.55, 0.6, 0.75, 0.34,
                0.73, 0.16, 0.56, 0, 0.44);
        double phase = growth.random().nextDouble();
        Surface body = Surface.turned(outline)
                .with((p, u, v) -> 0.03 * (1 - v) * (1 - v) * StrictMath.cos(10 * Math.PI * (u + phase)))
                .with(growth.bulges(0.05, 1.3))
                .scaled(1, height, 1);
        Rgb bark = growth.tint(0x6B4A2A);
        Rgb green = growth.tint(0x4E8F2C);
        Vec foot = new Vec(0, 0.42 * height, 0);
        Mesh stem = Greenery.uprightStem(growth, foot, 0.62, 0.045, bark);
        Skin russet = (p, u, v) -> {
            Paint paint = skin.at(p, u, v);
            double hollow = Ramp.smooth(0.3, 0.08, p.radius()) * Ramp.smooth(0, 0.3, p.y());
            return new Paint(paint.colour().mix(Rgb.hex(0x8A7A3A), 0.8 * hollow), paint.gloss() * (1 - hollow), 0);
        };
        Mesh flesh = Mesh.closed(body, russet, 190, 140);
        if (growth.random().nextDouble() < 0.5) {
            return List.of(flesh, stem);
        }
        Vec joint = foot.plus(new Vec(0, 0.3, 0));
        Vec tip = joint.plus(new Vec(growth.between(0.5, 0.7), growth.between(0.05, 0.25), 0.15));
        return List.of(flesh, stem, Greenery.leaf(growth, joint, tip, 0.17, green));
    }

    static List<Mesh> pear(Growth growth) {
        Curve outline = Curve.outline(
                0, -1.02, 0.2, -1.08, 0.5, -1.0, 0.74, -0.74, 0.8, -0.4, 0.7, -0.02, 0.5, 0.34, 0.38, 0.68, 0.29, 0.95,
                0.14, 1.08, 0, 1.08);
        Surface body = Surface.turned(outline).with(growth.bulges(0.07, 1.2)).scaled(1, growth.between(0.92, 1.05), 1);
        Rgb yellow = growth.tint(0xD3C04A);
        Rgb green = growth.tint(0xA3AE3C);
        Rgb russet = growth.tint(0x96702F);
        Noise noise = growth.noise();
        Skin skin = (p, u, v) -> {
            Rgb ground = yellow.mix(green, 0.5 + 0.9 * noise.fractal(p, 1.1, 3));
            double brown = Ramp.smooth(0.25, 0.9, noise.fractal(p, 2.2, 4) + 0.6 * Ramp.smooth(0.7, 1.05, p.y()));
            return Paint.glossy(ground.mix(russet, Math.max(0.75 * brown, 0.7 * noise.dots(p, 10, 0.2))), 0.22);
        };
        Mesh stem = Greenery.uprightStem(growth, new Vec(0, 1.0, 0), 0.5, 0.045, growth.tint(0x5A4024));
        return List.of(Mesh.closed(body, skin, 180, 150), stem);
    }
}
