package dev.fruits.image;

/** JPEG by the JDK's reader, which is shown only what describes pixels. */
final class JpegDecoder implements AutoCloseable {
    private final PixelLimit limit;
    private final JdkReader reader = new JdkReader("JPEG");

    JpegDecoder(PixelLimit limit) {
        this.limit = limit;
    }

    RgbImage decode(byte[] bytes) throws UndecodableException {
        JpegHeader header = JpegHeader.read(bytes);
        limit.check("JPEG", header.width(), header.height());
        checkKind(header);
        RgbImage stored = Samples.toRgb("JPEG", reader.read(header.pixelStream(bytes)), 0);
        return header.orientation().upright(stored);
    }

    private static void checkKind(JpegHeader header) throws UndecodableException {
        if (header.components() == 4) {
            throw new UndecodableException("CMYK JPEG: colours cannot be read right; convert it to RGB");
        }
        if (header.components() != 1 && header.components() != 3) {
            throw new UndecodableException(
                    "JPEG of " + header.components() + " colour components: cannot be read right; convert it to RGB");
        }
        if (header.precision() != 8) {
            throw new UndecodableException(
                    header.precision() + "-bit JPEG: cannot be read; convert it to a JPEG of 8 bits");
        }
        if (!header.isHuffmanCoded()) {
            throw new UndecodableException(
                    "lossless or arithmetic JPEG: cannot be read; convert it to a baseline JPEG");
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
