package dev.fruits.cli.demo;

/** A turn in space by the images of the three axes. */
record Rotation(Vec ofX, Vec ofY, Vec ofZ) {
    static final Rotation NONE = new Rotation(new Vec(1, 0, 0), Vec.UP, new Vec(0, 0, 1));

    /** Nods the top towards the camera. */
    static Rotation pitch(double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        return new Rotation(NONE.ofX, new Vec(0, c, s), new Vec(0, -s, c));
    }

    /** Spins round the upright axis. */
    static Rotation spin(double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        return new Rotation(new Vec(c, 0, -s), NONE.ofY, new Vec(s, 0, c));
    }

    /** Leans the top to the right. */
    static Rotation lean(double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        return new Rotation(new Vec(c, -s, 0), new Vec(s, c, 0), NONE.ofZ);
    }

    Vec apply(Vec p) {
        return ofX.times(p.x()).plus(ofY.times(p.y())).plus(ofZ.times(p.z()));
    }

    /** This turn first, the {@code next} after it. */
    Rotation then(Rotation next) {
        return new Rotation(next.apply(ofX), next.apply(ofY), next.apply(ofZ));
    }

    /** A turn that brings the upright axis to {@code up}. */
    static Rotation raising(Vec up) {
        Vec y = up.unit();
        Vec helper = Math.abs(y.x()) < 0.9 ? NONE.ofX : NONE.ofZ;
        Vec z = helper.cross(y).unit();
        return new Rotation(y.cross(z), y, z);
    }
}
