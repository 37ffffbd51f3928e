package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Stems, leaves and the green stars under or over a fruit. */
final class Greenery {
    private Greenery() {}

    /** A stem along {@code path}, thickest at its end. */
    static Mesh stem(Growth growth, Curve path, double radius, Rgb colour) {
        Rgb shade = colour.times(0.45);
        Skin bark =
                (p, u, v) -> Paint.glossy(colour.mix(shade, 0.5 + growth.noise().fractal(p, 14, 2)), 0.1);
        return Mesh.closed(
                Surface.tube(path, v -> radius * (0.85 + 0.55 * v * v) * Math.sqrt(Ramp.clamp((1.0 - v) * 24))),
                bark,
                12,
                20);
    }

    /** A slightly bent stem that rises {@code height} from {@code foot}. */
    static Mesh uprightStem(Growth growth, Vec foot, double height, double radius, Rgb colour) {
        double lean = growth.between(-0.35, 0.35) * height;
        Vec middle = foot.plus(new Vec(0.2 * lean, 0.5 * height, 0));
        return stem(growth, Curve.through(List.of(foot, middle, foot.plus(new Vec(lean, height, 0)))), radius, colour);
    }

    /** A pointed leaf with a pale midrib, from {@code foot} to {@code tip}, arching upwards. */
    static Mesh leaf(Growth growth, Vec foot, Vec tip, double halfWidth, Rgb colour) {
        double arch = 0.25 * tip.minus(foot).length();
        Vec middle = foot.plus(tip).times(0.5).plus(new Vec(0, arch, 0));
        Surface blade = Surface.blade(
                Curve.through(List.of(foot, middle, tip)), v -> halfWidth * pointed(v), new Vec(0.1, 0.8, 0.6), 0.35);
        Skin green = (p, u, v) -> {
            double rib = 1 - Ramp.smooth(0.02, 0.07, Math.abs(u - 0.5));
            double veins = Ramp.smooth(0.75, 1, StrictMath.cos(46 * (v - 0.7 * Math.abs(u - 0.5))));
            Rgb shaded = colour.mix(colour.times(0.6), 0.5 + growth.noise().fractal(p, 5, 2));
            return Paint.glossy(shaded.mix(colour.mix(Rgb.WHITE, 0.25), Math.max(0.7 * rib, 0.3 * veins)), 0.2);
        };
        return Mesh.open(blade, green, 25, 40);
    }

    /**
     * A star of sepals round the upright axis.
     *
     * @param outline from the axis outwards and down or up, x the radius: the middle line of every sepal
     */
    static List<Mesh> star(Growth growth, int count, Curve outline, double halfWidth, Rgb colour) {
        List<Mesh> sepals = new ArrayList<>();
        double start = growth.random().nextDouble();
        for (int i = 0; i < count; i++) {
            double turn = start + (i + growth.between(-0.15, 0.15)) / count;
            Surface blade = Surface.blade(
                    swung(growth, outline, turn),
                    v -> halfWidth * pointed(v),
                    Vec.UP.plus(Vec.round(turn, 0.5, 0)),
                    0.3);
            Skin skin = (p, u, v) -> Paint.glossy(
                    colour.mix(colour.times(0.55), 0.5 + growth.noise().fractal(p, 9, 2)), 0.12);
            sepals.add(Mesh.open(blade, skin, 9, 18));
        }
        return sepals;
    }

    private static Curve swung(Growth growth, Curve outline, double turn) {
        double length = growth.between(0.85, 1.15);
        return Curve.through(outline.points().stream()
                .map(p -> Vec.round(turn, p.x() * length, p.y()))
                .toList());
    }

    /** Half a leaf's width along it: wide in the first half, pointed at the end. */
    private static double pointed(double v) {
        return Math.sqrt(Ramp.clamp(v * 4 + 0.05)) * StrictMath.pow(Ramp.clamp(1 - v), 0.7) * 1.1;
    }
}
