package dev.fruits.cli.demo;

/** The box round what the camera sees. */
record Framing(float left, float right, float bottom, float top) {
    /** Around the vertices (x, y, z each) of all parts. */
    static Framing of(float[][] parts) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (float[] part : parts) {
            for (int i = 0; i < part.length; i += 3) {
                left = Math.min(left, part[i]);
                right = Math.max(right, part[i]);
                bottom = Math.min(bottom, part[i + 1]);
                top = Math.max(top, part[i + 1]);
            }
        }
        return new Framing(left, right, bottom, top);
    }

    /** Moves and scales the vertices to pixels, y downwards, so that the longer side fills its share of the frame. */
    void apply(float[][] parts, int side, float filled) {
        float scale = filled * side / Math.max(right - left, top - bottom);
        float middle = side / 2f - 0.5f;
        for (float[] part : parts) {
            for (int i = 0; i < part.length; i += 3) {
                part[i] = middle + scale * (part[i] - (left + right) / 2);
                part[i + 1] = middle - scale * (part[i + 1] - (bottom + top) / 2);
                part[i + 2] *= scale;
            }
        }
    }
}
