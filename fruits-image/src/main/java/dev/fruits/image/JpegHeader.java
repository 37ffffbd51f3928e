package dev.fruits.image;

import java.io.ByteArrayOutputStream;

/**
 * What stands before the first scan of a JPEG (ITU-T T.81, annex B).
 *
 * <p>The JDK's reader applies colour profiles, stumbles over metadata that disagrees and guesses whether three
 * components are YCbCr in its own way. So it is given a stream in which every application segment is left out and an
 * Adobe segment says what the components are, by the rules of libjpeg, which nearly every other program follows.
 */
final class JpegHeader {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int COMMENT = 0xfe;
    private static final int UNKNOWN = -1;

    private final byte[] bytes;
    private final ByteCursor in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int frameKind = UNKNOWN;
    private int precision;
    private int width;
    private int height;
    private int components;
    private String componentIds = "";
    private boolean jfif;
    private int adobeTransform = UNKNOWN;
    private Orientation orientation = Orientation.UPRIGHT;
    private int scanStart;

    JpegHeader(byte[] bytes) throws UndecodableException {
        this.bytes = bytes;
        in = new ByteCursor("JPEG", bytes).skip(2);
        readSegments();
    }

    private void readSegments() throws UndecodableException {
        while (true) {
            int start = in.position();
            int marker = marker();
            if (marker == START_OF_SCAN) {
                scanStart = start;
                break;
            }
            int end = in.position() + in.u16();
            if (end < in.position()) {
                throw in.damaged();
            }
            readSegment(marker, end);
            in.seek(end);
            if (!isApplication(marker) && marker != COMMENT) {
                kept.write(bytes, start, end - start);
            }
        }
        if (frameKind == UNKNOWN) {
            throw in.damaged();
        }
    }

    private int marker() throws UndecodableException {
        if (in.u8() != 0xff) {
            throw in.damaged();
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        // Restarts, start and end of the image, and the reserved ones have no place before the first scan.
        if (marker < 0xc0 || (marker >= 0xd0 && marker <= END_OF_IMAGE)) {
            throw in.damaged();
        }
        return marker;
    }

    private void readSegment(int marker, int end) throws UndecodableException {
        if (isFrame(marker)) {
            readFrame(marker);
        } else if (marker == 0xe0 && in.startsWith("JFIF\0")) {
            jfif = true;
        } else if (marker == 0xe1 && in.startsWith("Exif\0\0") && orientation.equals(Orientation.UPRIGHT)) {
            orientation = ExifOrientation.find(in.skip(6), end);
        } else if (marker == 0xee && in.startsWith("Adobe") && end - in.position() >= 12) {
            adobeTransform = in.skip(11).u8();
        }
    }

    private void readFrame(int marker) throws UndecodableException {
        if (frameKind != UNKNOWN) {
            throw in.damaged();
        }
        frameKind = marker;
        precision = in.u8();
        height = in.u16();
        width = in.u16();
        components = in.u8();
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < components; i++) {
            ids.append((char) in.u8());
            in.skip(2);
        }
        componentIds = ids.toString();
    }

    private static boolean isFrame(int marker) {
        boolean isTable = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= 0xc0 && marker <= 0xcf && !isTable;
    }

    private static boolean isApplication(int marker) {
        return marker >= 0xe0 && marker <= 0xef;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Rejects the kinds that the JDK's reader cannot read, or gets the colours of wrong. */
    void requireReadable() throws UndecodableException {
        if (components == 4) {
            throw new UndecodableException("CMYK JPEG: colours cannot be read right; convert it to RGB");
        }
        if (components != 1 && components != 3) {
            throw new UndecodableException(
                    "JPEG of " + components + " colour components: cannot be read right; convert it to RGB");
        }
        if (precision != 8) {
            throw new UndecodableException(precision + "-bit JPEG: cannot be read; convert it to a JPEG of 8 bits");
        }
        boolean isHuffmanCoded = frameKind <= 0xc2; // baseline, extended or progressive: what libjpeg reads
        if (!isHuffmanCoded) {
            throw new UndecodableException(
                    "lossless or arithmetic JPEG: cannot be read; convert it to a baseline JPEG");
        }
    }

    /** The picture without anything but its pixels. */
    byte[] pixelStream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream(bytes.length + 32);
        stream.write(0xff);
        stream.write(0xd8);
        if (components == 3) {
            stream.writeBytes(adobeSegment(isYcc() ? 1 : 0));
        }
        stream.writeBytes(kept.toByteArray());
        stream.write(bytes, scanStart, bytes.length - scanStart);
        return stream.toByteArray();
    }

    private boolean isYcc() {
        if (jfif) {
            return true;
        }
        return adobeTransform == UNKNOWN ? !componentIds.equals("RGB") : adobeTransform != 0;
    }

    private static byte[] adobeSegment(int transform) {
        return new byte[] {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
    }
}
