package dev.fruits.core.contract;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures and files that are none, made on the spot: the same seed gives the same picture. */
public final class DrawnImages {
    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    private DrawnImages() {}

    /** A shaded round fruit on a light ground, its colours and place drawn from the seed. */
    public static BufferedImage photograph(long seed, int width, int height) {
        Random random = new Random(seed);
        int[] fruit = {60 + random.nextInt(190), 40 + random.nextInt(190), 20 + random.nextInt(120)};
        double centreX = width * (0.4 + 0.2 * random.nextDouble());
        double centreY = height * (0.4 + 0.2 * random.nextDouble());
        double radius = Math.min(width, height) * (0.25 + 0.15 * random.nextDouble());
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = Math.hypot(x - centreX, y - centreY) / radius;
                picture.setRGB(x, y, distance < 1 ? shaded(fruit, distance, random) : ground(x, y, random));
            }
        }
        return picture;
    }

    private static int shaded(int[] colour, double distance, Random random) {
        double light = 1 - 0.6 * distance * distance + 0.05 * random.nextDouble();
        return rgb((int) (colour[0] * light), (int) (colour[1] * light), (int) (colour[2] * light));
    }

    private static int ground(int x, int y, Random random) {
        int grey = 235 + (x + y) % 8 + random.nextInt(8);
        return rgb(grey, grey, grey - 4);
    }

    private static int rgb(int red, int green, int blue) {
        return (clip(red) << 16) | (clip(green) << 8) | clip(blue);
    }

    private static int clip(int sample) {
        return Math.max(0, Math.min(255, sample));
    }

    public static byte[] jpeg(long seed, int width, int height) {
        return encode("jpeg", photograph(seed, width, height));
    }

    public static byte[] png(long seed, int width, int height) {
        return encode("png", photograph(seed, width, height));
    }

    public static byte[] gif(long seed, int width, int height) {
        return encode("gif", photograph(seed, width, height));
    }

    public static byte[] bmp(long seed, int width, int height) {
        return encode("bmp", photograph(seed, width, height));
    }

    /** As the JDK writes it: {@code jpeg}, {@code png}, {@code gif}, {@code bmp}. */
    public static byte[] encode(String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("no " + format + " of this picture");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An image of a listing: its label is the folder in {@code path}. */
    public static EncodedImage encoded(String path, byte[] bytes) {
        String[] segments = path.split("/", -1);
        String label = segments.length < 2 ? "" : segments[segments.length - 2];
        return new EncodedImage(new ImageRef(path, label, bytes.length, WRITTEN), bytes);
    }

    /** Files that no decoder may take for a picture, by the name they might have. */
    public static Map<String, byte[]> badFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("empty.jpg", new byte[0]);
        files.put("text.jpg", "This is not a photograph.".getBytes(StandardCharsets.UTF_8));
        files.put("truncated.jpg", truncated(jpeg(7, 100, 100)));
        files.put("truncated.png", truncated(png(7, 100, 100)));
        files.put("truncated.gif", truncated(gif(7, 100, 100)));
        files.put("truncated.bmp", truncated(bmp(7, 100, 100)));
        files.put("cmyk.jpg", cmykJpeg());
        files.put("huge.png", hugePngHeader());
        files.put("photo.webp", webp());
        return files;
    }

    /** The first half. */
    public static byte[] truncated(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    /** Four components, no Adobe segment: as the JDK writes a raster. */
    public static byte[] cmykJpeg() {
        WritableRaster inks = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                inks.setPixel(x, y, new int[] {16 * x, 16 * y, 128, 8 * (x + y)});
            }
        }
        return jpegOf(inks);
    }

    /** A JPEG of these very components, not subsampled, without a segment that says what they are. */
    public static byte[] jpegOf(Raster components) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(components, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A header that tells of 60,000 × 60,000 pixels, and nothing behind it. */
    public static byte[] hugePngHeader() {
        byte[] png = png(1, 8, 8);
        for (int at = 16; at < 24; at += 4) {
            png[at + 2] = (byte) (60_000 >> 8);
            png[at + 3] = (byte) 60_000;
        }
        return Arrays.copyOf(png, 33);
    }

    /** The start of a WebP file. */
    public static byte[] webp() {
        return "RIFF$\0\0\0WEBPVP8 \u0018\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    }
}
