package dev.fruits.cli.demo;

/** Seeded patterns in space: smooth value noise, its fractal sum, and scattered dots. Immutable. */
record Noise(long seed) {
    /** Smooth noise of about one hill per unit, -1 to 1. */
    double at(Vec p) {
        return at(p.x(), p.y(), p.z());
    }

    double at(double x, double y, double z) {
        int ix = floor(x);
        int iy = floor(y);
        int iz = floor(z);
        double fx = ease(x - ix);
        double fy = ease(y - iy);
        return Ramp.mix(layer(ix, iy, iz, fx, fy), layer(ix, iy, iz + 1, fx, fy), ease(z - iz));
    }

    /** The sum of {@code octaves} noises, each twice as fine and half as high as the one before; about -1 to 1. */
    double fractal(Vec p, double frequency, int octaves) {
        double sum = 0;
        double height = 0.6;
        double f = frequency;
        for (int i = 0; i < octaves; i++) {
            sum += height * at(p.x() * f + 17.3 * i, p.y() * f, p.z() * f);
            height /= 2;
            f *= 2;
        }
        return sum;
    }

    /**
     * Soft round dots, about one per cube of side 1 / {@code frequency}: 1 at a dot's middle, 0 from {@code radius} on
     * (a share of the cube's side, 0.5 at most).
     */
    double dots(Vec p, double frequency, double radius) {
        Vec q = p.times(frequency);
        int ix = floor(q.x());
        int iy = floor(q.y());
        int iz = floor(q.z());
        double room = 1 - 2 * radius;
        double dx = q.x() - ix - radius - room * share(ix, iy, iz, 1);
        double dy = q.y() - iy - radius - room * share(ix, iy, iz, 2);
        double dz = q.z() - iz - radius - room * share(ix, iy, iz, 3);
        double near = 1 - (dx * dx + dy * dy + dz * dz) / (radius * radius);
        return near <= 0 ? 0 : near;
    }

    private double layer(int x, int y, int z, double fx, double fy) {
        double low = Ramp.mix(share(x, y, z, 0), share(x + 1, y, z, 0), fx);
        double high = Ramp.mix(share(x, y + 1, z, 0), share(x + 1, y + 1, z, 0), fx);
        return 2 * Ramp.mix(low, high, fy) - 1;
    }

    /** A number from 0 to 1 that belongs to a lattice point: the finaliser of MurmurHash3 over its coordinates. */
    private double share(int x, int y, int z, int channel) {
        long h = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + z * 0x165667B19E3779F9L + channel;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (h >>> 11) * 0x1p-53;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static int floor(double x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }
}
