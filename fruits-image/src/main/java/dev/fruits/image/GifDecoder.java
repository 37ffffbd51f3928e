package dev.fruits.image;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first frame of a GIF (CompuServe, GIF89a specification) on its logical screen. The screen begins white, as
 * transparent pixels are drawn on white; a frame that reaches beyond the screen enlarges it, as browsers do. The JDK's
 * reader is not used: it takes a frame that ends too early for a whole one.
 */
final class GifDecoder {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int NONE = -1;

    private GifDecoder() {}

    static RgbImage decode(byte[] bytes, PixelLimit limit) throws UndecodableException {
        ByteCursor in = new ByteCursor("GIF", bytes).skip(6);
        int screenWidth = in.u16LittleEndian();
        int screenHeight = in.u16LittleEndian();
        int flags = in.u8();
        in.skip(2);
        byte[] palette = palette(in, flags);
        int transparent = skipToFrame(in);
        Frame frame = new Frame(in, palette, transparent);
        int width = Math.max(screenWidth, frame.left + frame.width);
        int height = Math.max(screenHeight, frame.top + frame.height);
        limit.check("GIF", width, height);
        limit.check("GIF", frame.width, frame.height);
        return frame.on(width, height, in);
    }

    /** Three bytes for each colour; none if the flags tell of no table. */
    private static byte[] palette(ByteCursor in, int flags) throws UndecodableException {
        byte[] palette = new byte[(flags & 0x80) == 0 ? 0 : RgbImage.CHANNELS << ((flags & 7) + 1)];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) in.u8();
        }
        return palette;
    }

    /** Leaves the cursor behind the frame's introducer; returns its transparent colour. */
    private static int skipToFrame(ByteCursor in) throws UndecodableException {
        int transparent = NONE;
        int block = in.u8();
        while (block == EXTENSION) {
            int label = in.u8();
            for (int length = in.u8(); length > 0; length = in.u8()) {
                int end = in.position() + length;
                if (label == GRAPHIC_CONTROL && length >= 4) {
                    boolean isTransparent = (in.u8() & 1) != 0;
                    int colour = in.skip(2).u8();
                    transparent = isTransparent ? colour : NONE;
                }
                in.seek(end);
            }
            block = in.u8();
        }
        if (block != IMAGE) {
            throw in.damaged();
        }
        return transparent;
    }

    private static final class Frame {
        private final int left;
        private final int top;
        private final int width;
        private final int height;
        private final boolean interlaced;
        private final byte[] palette;
        private final int transparent;

        Frame(ByteCursor in, byte[] globalPalette, int transparent) throws UndecodableException {
            left = in.u16LittleEndian();
            top = in.u16LittleEndian();
            width = in.u16LittleEndian();
            height = in.u16LittleEndian();
            int flags = in.u8();
            interlaced = (flags & 0x40) != 0;
            byte[] ownPalette = palette(in, flags);
            palette = ownPalette.length > 0 ? ownPalette : globalPalette;
            this.transparent = transparent;
        }

        RgbImage on(int screenWidth, int screenHeight, ByteCursor in) throws UndecodableException {
            byte[] indices = new GifLzw(in).decode(width * height);
            byte[] screen = new byte[RgbImage.CHANNELS * screenWidth * screenHeight];
            Arrays.fill(screen, (byte) 0xff);
            int stored = 0;
            for (int y : rowOrder()) {
                int to = RgbImage.CHANNELS * ((top + y) * screenWidth + left);
                drawRow(indices, width * stored++, screen, to, in);
            }
            return new RgbImage(screenWidth, screenHeight, screen);
        }

        /** Where the stored rows belong: interlaced, every 8th row, then those between, from coarse to fine. */
        private int[] rowOrder() {
            IntStream rows = interlaced
                    ? Stream.of(every(8, 0), every(8, 4), every(4, 2), every(2, 1))
                            .flatMapToInt(pass -> pass)
                    : IntStream.range(0, height);
            return rows.toArray();
        }

        private IntStream every(int step, int first) {
            return IntStream.iterate(first, y -> y < height, y -> y + step);
        }

        private void drawRow(byte[] indices, int from, byte[] screen, int to, ByteCursor in)
                throws UndecodableException {
            for (int x = 0; x < width; x++) {
                int index = indices[from + x] & 0xff;
                if (index != transparent) {
                    if (RgbImage.CHANNELS * index >= palette.length) {
                        throw in.damaged();
                    }
                    System.arraycopy(palette, RgbImage.CHANNELS * index, screen, to + RgbImage.CHANNELS * x, 3);
                }
            }
        }
    }
}
