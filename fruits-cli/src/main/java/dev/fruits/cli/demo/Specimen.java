package dev.fruits.cli.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** One fruit that was grown and stuck on the turntable. Immutable but for its wobble; used by one thread. */
record Specimen(List<Mesh> parts, double lean, double pitch, double start, long seed) {
    private static final double WOBBLE_DEGREES = 4;

    /** The specimen that {@code seed} grows, always the same. */
    static Specimen grown(DrawnFruit kind, long seed) {
        Growth growth = Growth.of(new SplittableRandom(seed));
        List<Mesh> parts = kind.grow(growth);
        double lean = kind.lean() + growth.between(-14, 14);
        return new Specimen(parts, lean, growth.between(6, 30), growth.between(0, 360), seed);
    }

    /** A image after a turn round its own axis, in degrees; the mount wobbles a little, always alike at one angle. */
    BufferedImage draw(double degrees) {
        SplittableRandom shake = new SplittableRandom(seed ^ Double.doubleToLongBits(degrees));
        Rotation pose = Rotation.spin(start + degrees)
                .then(Rotation.lean(lean + wobble(shake)))
                .then(Rotation.pitch(pitch + wobble(shake)));
        return Renderer.draw(parts, pose);
    }

    private static double wobble(SplittableRandom shake) {
        return WOBBLE_DEGREES * (2 * shake.nextDouble() - 1);
    }
}
