package dev.fruits.image;

/** How the pixels of a BMP's row are stored. */
interface BmpPixels {
    /** Bits per pixel. */
    int bits();

    /** Reads {@code width} pixels to {@code rgb} from {@code to}. */
    void readRow(ByteCursor in, int width, byte[] rgb, int to) throws UndecodableException;

    /** Palette indices of 1, 4 or 8 bits, the highest bits first. */
    final class Indexed implements BmpPixels {
        private final int bits;
        private final int[] colours;

        Indexed(int bits, int[] colours) {
            this.bits = bits;
            this.colours = colours;
        }

        @Override
        public int bits() {
            return bits;
        }

        @Override
        public void readRow(ByteCursor in, int width, byte[] rgb, int to) throws UndecodableException {
            int pending = 0;
            int left = 0;
            for (int x = 0, at = to; x < width; x++) {
                if (left == 0) {
                    pending = in.u8();
                    left = Byte.SIZE;
                }
                left -= bits;
                int index = (pending >> left) & ((1 << bits) - 1);
                if (index >= colours.length) {
                    throw in.damaged();
                }
                rgb[at++] = (byte) (colours[index] >> 16);
                rgb[at++] = (byte) (colours[index] >> 8);
                rgb[at++] = (byte) colours[index];
            }
        }
    }

    /** Samples cut out of 16, 24 or 32 bits; an alpha mask of 0 means opaque. */
    record Masked(int bits, long red, long green, long blue, long alpha) implements BmpPixels {
        @Override
        public void readRow(ByteCursor in, int width, byte[] rgb, int to) throws UndecodableException {
            for (int x = 0, at = to; x < width; x++) {
                long pixel = 0;
                for (int shift = 0; shift < bits; shift += Byte.SIZE) {
                    pixel |= (long) in.u8() << shift;
                }
                int opacity = alpha == 0 ? 255 : sample(pixel, alpha);
                rgb[at++] = Samples.onWhite(sample(pixel, red), opacity);
                rgb[at++] = Samples.onWhite(sample(pixel, green), opacity);
                rgb[at++] = Samples.onWhite(sample(pixel, blue), opacity);
            }
        }

        private static int sample(long pixel, long mask) {
            int shift = Long.numberOfTrailingZeros(mask);
            return mask == 0 ? 0 : Samples.eightBits((pixel & mask) >> shift, mask >> shift);
        }
    }
}
