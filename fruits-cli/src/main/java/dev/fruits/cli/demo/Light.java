package dev.fruits.cli.demo;

/**
 * The studio's lighting: a soft lamp above on the left, a bright room around, a white table below. Shades a vertex by
 * Lambert's cosine (wrapped a little round the edge), Blinn's half-vector highlight and a darker or velvet rim.
 */
final class Light {
    private static final Vec LAMP = new Vec(-0.5, 0.68, 0.62).unit();
    private static final Vec HALF = LAMP.plus(new Vec(0, 0, 1)).unit();

    private Light() {}

    /**
     * Writes the lit red, green and blue of vertex {@code i} to {@code lit[3 * i …]}; the normal is the camera's, towards
     * it where z is positive.
     */
    static void shade(float[] paints, int i, float x, float y, float z, float[] lit) {
        double lamp = Math.max(0, (x * LAMP.x() + y * LAMP.y() + z * LAMP.z() + 0.25) / 1.25);
        double room = 0.40 + 0.10 * y;
        double rim = 1 - Math.max(0, z);
        double edge = 1 - 0.45 * rim * rim;
        double diffuse = (0.78 * lamp + room) * edge;
        double shine = highlight(x * HALF.x() + y * HALF.y() + z * HALF.z(), paints[5 * i + 3]);
        double velvet = paints[5 * i + 4] * rim * rim * (0.3 + 0.5 * lamp);
        for (int c = 0; c < 3; c++) {
            double colour = paints[5 * i + c];
            lit[3 * i + c] = (float) (colour * diffuse + shine + velvet * (0.35 + 0.65 * colour));
        }
    }

    /** A sharp and a broad highlight, cosine to the 64th and to the 8th. */
    private static double highlight(double cosine, double gloss) {
        if (cosine <= 0) {
            return 0;
        }
        double to2 = cosine * cosine;
        double to8 = to2 * to2 * to2 * to2;
        double to16 = to8 * to8;
        double to64 = to16 * to16 * to16 * to16;
        return gloss * (0.75 * to64 + 0.12 * to8);
    }
}
