package dev.fruits.cli.demo;

/**
 * The white wall with a soft shadow where the fruit stands.
 *
 * @param middle the shadow's middle from the left, in pixels
 * @param ground its middle from the top
 * @param reach its half width
 * @param strength how dark it is in the middle, 0 to 1
 */
record Background(float middle, float ground, float reach, float strength) {
    private static final float FLATNESS = 5;

    /** The wall behind what the canvas shows: the shadow lies under its lowest eighth. */
    static Background behind(Canvas canvas, float strength) {
        int bottom = lowest(canvas);
        int left = canvas.side;
        int right = 0;
        for (int y = bottom - canvas.side / 8; y <= bottom; y++) {
            for (int x = 0; x < canvas.side; x++) {
                if (canvas.depth[y * canvas.side + x] != Canvas.NOTHING) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return new Background((left + right) / 2f, bottom - canvas.side / 60f, 0.62f * (right - left), strength);
    }

    /** The wall's light at a pixel, 0 to 1. */
    float at(int x, int y) {
        float across = (x - middle) / reach;
        float down = FLATNESS * (y - ground) / reach;
        float near = 1 - across * across - down * down;
        return near <= 0 ? 1 : 1 - strength * near * near;
    }

    private static int lowest(Canvas canvas) {
        for (int i = canvas.depth.length - 1; i >= 0; i--) {
            if (canvas.depth[i] != Canvas.NOTHING) {
                return i / canvas.side;
            }
        }
        return canvas.side - 1;
    }
}
