package dev.fruits.image;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Decodes JPEG, PNG, GIF (its first frame) and BMP, recognised by content. What cannot be read right is rejected with a reason
 * that is the same on every machine; no picture comes out half grey or in wrong colours. Alpha is drawn on white,
 * colour profiles are ignored, a JPEG is turned as its EXIF orientation says.
 *
 * <p>Used by one thread. Plug-ins of ImageIO on the class path change nothing: only the JDK's own readers are used.
 */
public final class ImageDecoder implements AutoCloseable {
    /** Larger pictures are rejected before a pixel is allocated. */
    public static final int DEFAULT_MEGAPIXELS = 50;

    private static final String UNKNOWN_FORMAT = "no JPEG, PNG, GIF or BMP";

    private final PixelLimit limit;
    private final JdkReader jpegReader = new JdkReader("JPEG");
    private final JdkReader pngReader = new JdkReader("PNG");

    public ImageDecoder() {
        this(DEFAULT_MEGAPIXELS);
    }

    /**
     * @param megapixels limit of a picture's size, in millions of pixels, 1 to 500
     */
    public ImageDecoder(int megapixels) {
        limit = new PixelLimit(megapixels);
    }

    /**
     * Decodes all of a picture.
     *
     * @throws ImageRejectedException at stage {@link Stage#DECODE} if it is no such picture, damaged, truncated, larger
     *     than the limit, or of a kind whose colours cannot be read right (a CMYK JPEG)
     */
    public RgbImage decode(EncodedImage image) throws ImageRejectedException {
        try {
            return decode(bytes(image));
        } catch (UndecodableException e) {
            throw new ImageRejectedException(image.ref(), Stage.DECODE, e.reason());
        } catch (OutOfMemoryError e) {
            // The size was checked, so this is one allocation that did not fit and was given up: the next image may.
            throw new ImageRejectedException(image.ref(), Stage.DECODE, JdkReader.NOT_ENOUGH_MEMORY);
        }
    }

    private RgbImage decode(byte[] bytes) throws UndecodableException {
        Optional<ImageFormat> format = ImageFormat.of(bytes, bytes.length);
        if (format.isEmpty()) {
            throw new UndecodableException(
                    bytes.length == 0 ? "empty: no bytes at all" : foreign(new ByteCursor("image", bytes)));
        }
        return switch (format.get()) {
            case JPEG -> jpeg(bytes);
            case PNG -> png(bytes);
            case GIF -> GifDecoder.decode(bytes, limit);
            case BMP -> BmpDecoder.decode(bytes, limit);
        };
    }

    private RgbImage jpeg(byte[] bytes) throws UndecodableException {
        JpegHeader header = new JpegHeader(bytes);
        limit.check("JPEG", header.width(), header.height());
        header.requireReadable();
        RgbImage stored = Samples.toRgb("JPEG", jpegReader.read(header.pixelStream()), 0);
        return header.orientation().upright(stored);
    }

    private RgbImage png(byte[] bytes) throws UndecodableException {
        PngChunks chunks = new PngChunks(bytes);
        limit.check("PNG", chunks.width(), chunks.height());
        byte[] pixelStream = chunks.pixelStream();
        return Samples.toRgb("PNG", pngReader.read(pixelStream), chunks.paletteSize());
    }

    /** Pictures that people have and that the JDK cannot read are named, so that the remedy is clear. */
    private static String foreign(ByteCursor start) throws UndecodableException {
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return needsConversion("TIFF");
        }
        if (start.remaining() < 12) {
            return UNKNOWN_FORMAT;
        }
        String name = start.startsWith("RIFF") && start.seek(8).startsWith("WEBP")
                ? "WebP"
                : start.seek(4).startsWith("ftypavif") ? "AVIF" : start.startsWith("ftyp") ? "HEIF" : "";
        return name.isEmpty() ? UNKNOWN_FORMAT : needsConversion(name);
    }

    private static String needsConversion(String name) {
        return name + " image: cannot be read; convert it to JPEG or PNG";
    }

    private static byte[] bytes(EncodedImage image) {
        try (InputStream in = image.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jpegReader.close();
        pngReader.close();
    }
}
