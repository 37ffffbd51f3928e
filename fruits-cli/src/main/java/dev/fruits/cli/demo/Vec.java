package dev.fruits.cli.demo;

/** A point or direction: x to the right, y up, z towards the camera; a fruit is about 2 high and wide. */
record Vec(double x, double y, double z) {
    static final Vec UP = new Vec(0, 1, 0);

    /** The point at {@code radius} from the upright axis, {@code turn} whole turns round it, at height {@code y}. */
    static Vec round(double turn, double radius, double y) {
        double angle = 2 * Math.PI * turn;
        return new Vec(radius * StrictMath.sin(angle), y, radius * StrictMath.cos(angle));
    }

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    Vec times(double alongX, double alongY, double alongZ) {
        return new Vec(x * alongX, y * alongY, z * alongZ);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    Vec mix(Vec other, double share) {
        return plus(other.minus(this).times(share));
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction at length 1; straight up where there is no direction. */
    Vec unit() {
        double length = length();
        return length < 1e-12 ? UP : times(1 / length);
    }

    /** How far it is from the upright axis. */
    double radius() {
        return Math.sqrt(x * x + z * z);
    }
}
