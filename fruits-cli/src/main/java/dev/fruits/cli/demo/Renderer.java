package dev.fruits.cli.demo;

import java.awt.image.BufferedImage;
import java.util.List;

/** Where fruits are drawn: a white wall, one light, a camera that fills its frame with the fruit. */
final class Renderer {
    /** Pixels of a image's side, as in Fruits-360. */
    static final int SIDE = 100;

    /** Samples along each side of a pixel. */
    private static final int SAMPLES = 3;

    /** Of the frame's side, the part that the fruit fills. */
    private static final float FILLED = 0.94f;

    private static final float SHADOW = 0.16f;

    private Renderer() {}

    /** A picture of {@code fruit} in {@code pose}, RGB, {@link #SIDE} pixels square. */
    static BufferedImage draw(List<Mesh> fruit, Rotation pose) {
        Canvas canvas = new Canvas(SIDE * SAMPLES);
        float[][] seen = new float[fruit.size()][];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = rotated(fruit.get(i).points, pose);
        }
        Framing.of(seen).apply(seen, canvas.side, FILLED);
        for (int i = 0; i < seen.length; i++) {
            draw(fruit.get(i), seen[i], pose, canvas);
        }
        Occlusion.darken(canvas, SAMPLES);
        return developed(canvas);
    }

    private static void draw(Mesh mesh, float[] seen, Rotation pose, Canvas canvas) {
        float[] normals = rotated(mesh.normals, pose);
        float[] lit = new float[3 * mesh.vertices()];
        for (int i = 0; i < mesh.vertices(); i++) {
            float z = normals[3 * i + 2];
            if (!mesh.closed && z < 0) {
                Light.shade(mesh.paints, i, -normals[3 * i], -normals[3 * i + 1], -z, lit);
            } else if (z > -0.4f) {
                Light.shade(mesh.paints, i, normals[3 * i], normals[3 * i + 1], z, lit);
            }
        }
        drawQuads(mesh, seen, normals, lit, canvas);
    }

    private static void drawQuads(Mesh mesh, float[] seen, float[] normals, float[] lit, Canvas canvas) {
        for (int row = 0; row + 1 < mesh.rows; row++) {
            for (int column = 0; column < mesh.quadColumns(); column++) {
                int a = row * mesh.columns + column;
                int b = row * mesh.columns + (column + 1) % mesh.columns;
                int c = a + mesh.columns;
                int d = b + mesh.columns;
                if (!mesh.closed || normals[3 * a + 2] > -0.1f || normals[3 * d + 2] > -0.1f) {
                    canvas.triangle(seen, lit, a, b, d);
                    canvas.triangle(seen, lit, a, d, c);
                }
            }
        }
    }

    private static float[] rotated(float[] xyz, Rotation pose) {
        float[] turned = new float[xyz.length];
        for (int i = 0; i < xyz.length; i += 3) {
            double x = xyz[i];
            double y = xyz[i + 1];
            double z = xyz[i + 2];
            turned[i] = (float)
                    (x * pose.ofX().x() + y * pose.ofY().x() + z * pose.ofZ().x());
            turned[i + 1] = (float)
                    (x * pose.ofX().y() + y * pose.ofY().y() + z * pose.ofZ().y());
            turned[i + 2] = (float)
                    (x * pose.ofX().z() + y * pose.ofY().z() + z * pose.ofZ().z());
        }
        return turned;
    }

    /** Averages the samples of each pixel over the white wall and gives them the display's curve. */
    private static BufferedImage developed(Canvas canvas) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Background backdrop = Background.behind(canvas, SHADOW);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, pixel(canvas, backdrop, x, y));
            }
        }
        return image;
    }

    private static int pixel(Canvas canvas, Background backdrop, int x, int y) {
        float[] sum = new float[3];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int at = (y * SAMPLES + i / SAMPLES) * canvas.side + x * SAMPLES + i % SAMPLES;
            boolean fruit = canvas.depth[at] != Canvas.NOTHING;
            float wall = fruit ? 0 : backdrop.at(at % canvas.side, at / canvas.side);
            for (int c = 0; c < 3; c++) {
                sum[c] += fruit ? Math.min(1, canvas.light[3 * at + c]) : wall;
            }
        }
        return channel(sum[0]) << 16 | channel(sum[1]) << 8 | channel(sum[2]);
    }

    private static int channel(float sum) {
        return (int) Math.round(255 * Math.sqrt(Math.max(0, sum) / (SAMPLES * SAMPLES)));
    }
}
