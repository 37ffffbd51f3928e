package dev.fruits.core.pixel;

import java.nio.FloatBuffer;

/** A picture of 8-bit red, green and blue samples as they are stored: sRGB numbers, no profile applied. Immutable. */
public final class RgbImage {
    static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] packed;

    /** Takes the array over: row by row from the top, three bytes (red, green, blue) for each pixel. */
    RgbImage(int width, int height, byte[] packed) {
        if (width < 1 || height < 1 || packed.length != (long) CHANNELS * width * height) {
            throw new IllegalArgumentException(packed.length + " bytes are no picture of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.packed = packed;
    }

    /**
     * Copies {@code packed}.
     *
     * @param packed rows from the top, three bytes (red, green, blue) for each pixel
     */
    public static RgbImage of(int width, int height, byte[] packed) {
        return new RgbImage(width, height, packed.clone());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixel as {@code 0xRRGGBB}; (0, 0) is the left upper one. */
    public int rgb(int x, int y) {
        int at = CHANNELS * (y * width + x);
        return ((packed[at] & 0xff) << 16) | ((packed[at + 1] & 0xff) << 8) | (packed[at + 2] & 0xff);
    }

    /**
     * Writes one channel of every pixel, row by row, as {@code table[sample]}.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @param table 256 values, one for each sample
     * @param target width × height values are put at its position
     */
    public void putChannel(int channel, float[] table, FloatBuffer target) {
        int start = target.position();
        int pixels = width * height;
        for (int i = 0, at = channel; i < pixels; i++, at += CHANNELS) {
            target.put(start + i, table[packed[at] & 0xff]);
        }
        target.position(start + pixels);
    }

    /** The samples themselves, for reading only: no copy is made. */
    byte[] packed() {
        return packed;
    }

    @Override
    public String toString() {
        return "RgbImage[" + width + " x " + height + "]";
    }
}
