package dev.fruits.cli.demo;

/**
 * Darkens what lies in hollows and close behind something: where two opposite neighbours on a ring round a pixel lie, on
 * average, nearer to the camera than the pixel itself, less of the room's light reaches it.
 */
final class Occlusion {
    private static final double[] RINGS = {0.012, 0.03, 0.06};
    private static final int PAIRS = 4;
    private static final float STRONGEST = 0.62f;

    private Occlusion() {}

    /** Darkens blocks of {@code block × block} pixels, each by what its middle pixel loses. */
    static void darken(Canvas canvas, int block) {
        int[][] offsets = offsets(canvas.side);
        for (int y = 0; y + block <= canvas.side; y += block) {
            for (int x = 0; x + block <= canvas.side; x += block) {
                float hidden = hidden(canvas, x + block / 2, y + block / 2, offsets);
                if (hidden > 0) {
                    dim(canvas, x, y, block, 1 - STRONGEST * hidden);
                }
            }
        }
    }

    private static void dim(Canvas canvas, int left, int top, int block, float factor) {
        for (int y = top; y < top + block; y++) {
            for (int i = 3 * (y * canvas.side + left); i < 3 * (y * canvas.side + left + block); i++) {
                canvas.light[i] *= factor;
            }
        }
    }

    /** Of the light that reaches a pixel, the share that its surroundings take. */
    private static float hidden(Canvas canvas, int x, int y, int[][] offsets) {
        float own = canvas.depth[y * canvas.side + x];
        if (own == Canvas.NOTHING) {
            return 0;
        }
        float sum = 0;
        for (int[] offset : offsets) {
            float nearer = depth(canvas, x + offset[0], y + offset[1]);
            float other = depth(canvas, x - offset[0], y - offset[1]);
            if (nearer != Canvas.NOTHING && other != Canvas.NOTHING) {
                float hollow = ((nearer + other) / 2 - own) / offset[2];
                sum += Math.min(1, Math.max(0, hollow - 0.04f) * 1.6f);
            }
        }
        return Math.min(1, 1.5f * sum / offsets.length);
    }

    private static float depth(Canvas canvas, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < canvas.side && y < canvas.side;
        return inside ? canvas.depth[y * canvas.side + x] : Canvas.NOTHING;
    }

    /** Right, down and distance of one pixel of each pair, in pixels. */
    private static int[][] offsets(int side) {
        int[][] offsets = new int[RINGS.length * PAIRS][];
        for (int i = 0; i < offsets.length; i++) {
            int ring = i / PAIRS;
            double distance = RINGS[ring] * side;
            double angle = Math.PI * (i % PAIRS + 0.25 * ring) / PAIRS;
            int right = (int) Math.round(distance * StrictMath.cos(angle));
            int down = (int) Math.round(distance * StrictMath.sin(angle));
            offsets[i] = new int[] {right, down, Math.max(1, (int) Math.round(distance))};
        }
        return offsets;
    }
}
