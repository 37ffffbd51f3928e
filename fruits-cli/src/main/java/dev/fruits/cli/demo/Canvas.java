package dev.fruits.cli.demo;

import java.util.Arrays;

/** A square picture in linear light with depth, into which triangles are drawn; the nearest stays. One thread's. */
final class Canvas {
    static final float NOTHING = Float.NEGATIVE_INFINITY;

    /** How far triangles overlap, as a share of their size, so that no rounding leaves a gap between them. */
    private static final float SEAM = 1e-3f;

    final int side;
    /** Towards the camera, in pixels; {@link #NOTHING} where nothing was drawn. */
    final float[] depth;
    /** Red, green, blue of each pixel, row by row from the top. */
    final float[] light;

    Canvas(int side) {
        this.side = side;
        depth = new float[side * side];
        light = new float[3 * side * side];
        Arrays.fill(depth, NOTHING);
    }

    /** Draws triangle a, b, c of {@code seen} (x, y, depth of each vertex, in pixels) in the colours {@code lit}. */
    void triangle(float[] seen, float[] lit, int a, int b, int c) {
        float ax = seen[3 * a];
        float ay = seen[3 * a + 1];
        float bx = seen[3 * b] - ax;
        float by = seen[3 * b + 1] - ay;
        float cx = seen[3 * c] - ax;
        float cy = seen[3 * c + 1] - ay;
        float area = bx * cy - by * cx;
        if (area == 0) {
            return;
        }
        float perArea = 1 / area;
        int right = last(ax + Math.max(0, Math.max(bx, cx)));
        int bottom = last(ay + Math.max(0, Math.max(by, cy)));
        int left = first(ax + Math.min(0, Math.min(bx, cx)));
        for (int y = first(ay + Math.min(0, Math.min(by, cy))); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float ofB = ((x - ax) * cy - (y - ay) * cx) * perArea;
                float ofC = (bx * (y - ay) - by * (x - ax)) * perArea;
                if (ofB >= -SEAM && ofC >= -SEAM && ofB + ofC <= 1 + SEAM) {
                    dot(y * side + x, seen, lit, a, b, c, ofB, ofC);
                }
            }
        }
    }

    private void dot(int i, float[] seen, float[] lit, int a, int b, int c, float ofB, float ofC) {
        float ofA = 1 - ofB - ofC;
        float z = ofA * seen[3 * a + 2] + ofB * seen[3 * b + 2] + ofC * seen[3 * c + 2];
        if (z > depth[i]) {
            depth[i] = z;
            light[3 * i] = ofA * lit[3 * a] + ofB * lit[3 * b] + ofC * lit[3 * c];
            light[3 * i + 1] = ofA * lit[3 * a + 1] + ofB * lit[3 * b + 1] + ofC * lit[3 * c + 1];
            light[3 * i + 2] = ofA * lit[3 * a + 2] + ofB * lit[3 * b + 2] + ofC * lit[3 * c + 2];
        }
    }

    private int first(float edge) {
        return Math.max(0, (int) Math.ceil(edge));
    }

    private int last(float edge) {
        return Math.min(side - 1, (int) Math.floor(edge));
    }
}
