package dev.fruits.image;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG (W3C, Portable Network Graphics, third edition). The JDK's reader checks no checksums, applies
 * profiles and unpacks texts of any size; so checksums are checked here and it is given only the chunks that make pixels.
 */
final class PngChunks {
    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;
    private static final int NAME_BYTES = 4;
    private static final int GREY_LEVELS = 256;

    private final byte[] bytes;
    private final ByteCursor in;
    private final long width;
    private final long height;
    private int paletteSize = GREY_LEVELS;

    PngChunks(byte[] bytes) throws UndecodableException {
        this.bytes = bytes;
        in = new ByteCursor("PNG", bytes).skip(SIGNATURE_BYTES);
        if (in.u32() != HEADER_BYTES || !in.startsWith("IHDR")) {
            throw in.damaged();
        }
        in.skip(NAME_BYTES);
        width = in.u32();
        height = in.u32();
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    /** Colours of the palette, known once the pixel stream was made; 256 where there is none. */
    int paletteSize() {
        return paletteSize;
    }

    /** The picture without anything but its pixels, every checksum right. */
    byte[] pixelStream() throws UndecodableException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, SIGNATURE_BYTES);
        in.seek(SIGNATURE_BYTES);
        boolean ended = false;
        while (!ended) {
            int start = in.position();
            long length = in.u32();
            ended = in.startsWith("IEND");
            paletteSize = in.startsWith("PLTE") ? (int) length / 3 : paletteSize;
            boolean makesPixels = makesPixels();
            in.skip(NAME_BYTES + length);
            long checksum = in.u32();
            if (makesPixels) {
                if (checksum != checksum(start + 4, in.position() - 4)) {
                    throw in.damaged();
                }
                kept.write(bytes, start, in.position() - start);
            }
        }
        return kept.toByteArray();
    }

    private boolean makesPixels() throws UndecodableException {
        if (in.startsWith("IHDR")
                || in.startsWith("PLTE")
                || in.startsWith("tRNS")
                || in.startsWith("IDAT")
                || in.startsWith("IEND")) {
            return true;
        }
        int nameStart = in.position();
        boolean isCritical = Character.isUpperCase(in.u8());
        in.seek(nameStart);
        if (isCritical) {
            throw in.damaged();
        }
        return false;
    }

    private long checksum(int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }
}
