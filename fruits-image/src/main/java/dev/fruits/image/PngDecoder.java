package dev.fruits.image;

/** PNG by the JDK's reader, which is shown only what describes pixels. */
final class PngDecoder implements AutoCloseable {
    private final PixelLimit limit;
    private final JdkReader reader = new JdkReader("PNG");

    PngDecoder(PixelLimit limit) {
        this.limit = limit;
    }

    RgbImage decode(byte[] bytes) throws UndecodableException {
        PngChunks chunks = PngChunks.readHeader(bytes);
        limit.check("PNG", chunks.width(), chunks.height());
        byte[] pixelStream = chunks.pixelStream();
        return Samples.toRgb("PNG", reader.read(pixelStream), chunks.paletteSize());
    }

    @Override
    public void close() {
        reader.close();
    }
}
