package dev.fruits.image;

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

    void putRows(SampleRows target) {
        int[] samples = new int[width];
        for (int y = 0; y < height; y++) {
            for (int colour = 0; colour < CHANNELS; colour++) {
                for (int x = 0, at = CHANNELS * width * y + colour; x < width; x++, at += CHANNELS) {
                    samples[x] = packed[at] & 0xff;
                }
                target.put(colour, y, samples, 0);
            }
        }
    }

    /** A picture that is made row by row. */
    static final class Packing implements SampleRows {
        private final int width;
        private final int height;
        private final byte[] packed;

        Packing(int width, int height) {
            this.width = width;
            this.height = height;
            packed = new byte[CHANNELS * width * height];
        }

        @Override
        public void put(int colour, int y, int[] samples, int from) {
            for (int x = 0, to = CHANNELS * width * y + colour; x < width; x++, to += CHANNELS) {
                packed[to] = (byte) samples[from + x];
            }
        }

        RgbImage image() {
            return new RgbImage(width, height, packed);
        }
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
