package dev.fruits.image;

/**
 * Uncompressed BMP of every header and depth (Microsoft, Bitmap Structures). The JDK's reader is not used: it follows
 * links to profiles on disk, applies profiles and allocates what a damaged header asks for.
 */
final class BmpDecoder {
    private static final String FORMAT = "BMP";
    private static final int FILE_HEADER = 14;
    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int UNCOMPRESSED = 0;
    private static final int BITFIELDS = 3;
    private static final int ALPHA_BITFIELDS = 6;

    private BmpDecoder() {}

    static RgbImage decode(byte[] bytes, PixelLimit limit) throws UndecodableException {
        ByteCursor in = new ByteCursor(FORMAT, bytes).seek(10);
        long pixels = in.u32LittleEndian();
        long headerSize = in.u32LittleEndian();
        if (headerSize != CORE_HEADER && headerSize < INFO_HEADER) {
            throw in.damaged();
        }
        boolean isCore = headerSize == CORE_HEADER;
        int width = isCore ? in.u16LittleEndian() : (int) in.u32LittleEndian();
        int signedHeight = isCore ? in.u16LittleEndian() : (int) in.u32LittleEndian();
        limit.check(FORMAT, width, Math.abs((long) signedHeight));
        int bits = in.skip(2).u16LittleEndian();
        BmpPixels reader =
                isCore ? palette(in, bits, 0, FILE_HEADER + headerSize, 3) : infoPixels(in, bits, headerSize);
        return rows(in, reader, pixels, width, signedHeight);
    }

    private static BmpPixels infoPixels(ByteCursor in, int bits, long headerSize) throws UndecodableException {
        long compression = in.u32LittleEndian();
        long coloursUsed = in.skip(12).u32LittleEndian();
        if (compression == UNCOMPRESSED) {
            return switch (bits) {
                case 1, 4, 8 -> palette(in, bits, coloursUsed, FILE_HEADER + headerSize, 4);
                case 16 -> new BmpPixels.Masked(bits, 0x7c00, 0x3e0, 0x1f, 0);
                case 24, 32 -> new BmpPixels.Masked(bits, 0xff0000, 0xff00, 0xff, 0);
                default -> throw in.damaged();
            };
        }
        if (compression != BITFIELDS && compression != ALPHA_BITFIELDS) {
            throw new UndecodableException("compressed BMP: cannot be read; convert it to PNG");
        }
        if (bits != 16 && bits != 32) {
            throw in.damaged();
        }
        in.seek(FILE_HEADER + INFO_HEADER);
        boolean hasAlpha = headerSize >= 56 || compression == ALPHA_BITFIELDS;
        return new BmpPixels.Masked(
                bits,
                in.u32LittleEndian(),
                in.u32LittleEndian(),
                in.u32LittleEndian(),
                hasAlpha ? in.u32LittleEndian() : 0);
    }

    private static BmpPixels palette(ByteCursor in, int bits, long coloursUsed, long start, int entryBytes)
            throws UndecodableException {
        if (bits == 24 && entryBytes == 3) {
            return new BmpPixels.Masked(bits, 0xff0000, 0xff00, 0xff, 0);
        }
        if ((bits != 1 && bits != 4 && bits != 8) || coloursUsed > 1L << bits) {
            throw in.damaged();
        }
        int[] colours = new int[coloursUsed == 0 ? 1 << bits : (int) coloursUsed];
        for (int i = 0; i < colours.length; i++) {
            in.seek(start + (long) entryBytes * i);
            colours[i] = in.u8() | (in.u8() << 8) | (in.u8() << 16);
        }
        return new BmpPixels.Indexed(bits, colours);
    }

    /** Rows stand from below unless the height is negative, each filled up to four bytes. */
    private static RgbImage rows(ByteCursor in, BmpPixels reader, long start, int width, int signedHeight)
            throws UndecodableException {
        int height = Math.abs(signedHeight);
        long stride = ((long) width * reader.bits() + 31) / 32 * 4;
        in.seek(start + stride * height);
        byte[] rgb = new byte[RgbImage.CHANNELS * width * height];
        for (int row = 0; row < height; row++) {
            int y = signedHeight < 0 ? row : height - 1 - row;
            in.seek(start + stride * row);
            reader.readRow(in, width, rgb, RgbImage.CHANNELS * width * y);
        }
        return new RgbImage(width, height, rgb);
    }
}
