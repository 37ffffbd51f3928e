package dev.fruits.image;

import static dev.fruits.image.Decoding.assertRejected;
import static dev.fruits.image.Decoding.decode;
import static dev.fruits.image.Decoding.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecodingTest {
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int ADOBE = 0xee;

    @Test
    void a_photograph_comes_back_within_the_loss_of_jpeg() throws Exception {
        BufferedImage drawn = DrawnImages.photograph(5, 64, 48);
        RgbImage decoded = decode(DrawnImages.encode("jpeg", drawn));
        long difference = 0;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int sample = drawn.getRGB(x, y) >> shift & 0xff;
                    difference += Math.abs((decoded.rgb(x, y) >> shift & 0xff) - sample);
                }
            }
        }
        assertThat(difference / (3.0 * 64 * 48)).isLessThan(4);
    }

    @Test
    void grey_samples_keep_their_value() throws Exception {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            grey.getRaster().setSample(i % 8, i / 8, 0, 119);
        }
        assertThat(pixels(DrawnImages.encode("jpeg", grey))).containsOnly("777777");
    }

    @Test
    void four_inks_are_rejected_by_name_whatever_adobe_says() {
        String reason = "CMYK JPEG: colours cannot be read right; convert it to RGB";
        assertRejected(DrawnImages.cmykJpeg(), reason);
        assertRejected(withSegment(DrawnImages.cmykJpeg(), ADOBE, adobe(0)), reason);
        assertRejected(withSegment(DrawnImages.cmykJpeg(), ADOBE, adobe(2)), reason);
    }

    @Test
    void samples_that_are_rgb_are_taken_as_they_are() throws Exception {
        byte[] red = withoutJfif(flat(0xc86432));
        RgbImage asYcc = decode(red);
        RgbImage asRgb = decode(withSegment(red, ADOBE, adobe(0)));
        assertThat(asYcc.rgb(0, 0) >> 16).isBetween(198, 202);
        // The very numbers that stand for luma and chroma: ITU-R BT.601 of (200, 100, 50).
        assertThat(asRgb.rgb(0, 0) >> 16).isBetween(122, 126);
        assertThat(asRgb.rgb(0, 0) >> 8 & 0xff).isBetween(84, 88);
        assertThat(asRgb.rgb(0, 0) & 0xff).isBetween(180, 184);
    }

    @Test
    void a_file_without_jfif_segment_has_the_same_colours() throws Exception {
        byte[] jpeg = DrawnImages.jpeg(9, 40, 40);
        assertThat(pixels(withoutJfif(jpeg))).isEqualTo(pixels(jpeg));
    }

    @Test
    void three_components_that_nothing_explains_are_luma_and_chroma() throws Exception {
        WritableRaster components = Raster.createInterleavedRaster(0, 8, 8, 3, null);
        for (int i = 0; i < 64; i++) {
            components.setPixel(i % 8, i / 8, new int[] {119, 128, 128});
        }
        byte[] unexplained = DrawnImages.jpegOf(components);
        assertThat(pixels(unexplained)).containsOnly("777777");
        assertThat(pixels(withSegment(unexplained, ADOBE, adobe(0)))).containsOnly("778080");
    }

    @Test
    void a_colour_profile_changes_nothing() throws Exception {
        byte[] jpeg = DrawnImages.jpeg(9, 40, 40);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteBuffer segment = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 1)
                .put(profile);
        assertThat(pixels(withSegment(jpeg, APP2, segment.array()))).isEqualTo(pixels(jpeg));
        assertThat(pixels(withSegment(jpeg, APP2, new byte[] {1, 2, 3}))).isEqualTo(pixels(jpeg));
    }

    /** The corners of the upright picture: left upper, right upper, left lower, right lower. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB", "0, RGBW", "9, RGBW"
    })
    void exif_orientation_turns_the_picture(int orientation, String corners) throws Exception {
        byte[] stored = DrawnImages.encode("jpeg", quarters());
        for (boolean bigEndian : new boolean[] {true, false}) {
            RgbImage upright = decode(withSegment(stored, APP1, exif(orientation, bigEndian)));
            boolean isTurned = orientation >= 5 && orientation <= 8;
            assertThat(upright.width()).isEqualTo(isTurned ? 32 : 48);
            assertThat(upright.height()).isEqualTo(isTurned ? 48 : 32);
            assertThat(corners(upright)).isEqualTo(corners);
        }
    }

    @ParameterizedTest(name = "first {0} bytes")
    @ValueSource(ints = {6, 9, 14, 16, 20, 25})
    void exif_that_ends_too_early_leaves_the_picture_as_it_is(int length) throws Exception {
        byte[] stored = DrawnImages.encode("jpeg", quarters());
        byte[] exif = java.util.Arrays.copyOf(exif(6, true), length);
        assertThat(corners(decode(withSegment(stored, APP1, exif)))).isEqualTo("RGBW");
    }

    @Test
    void arithmetic_and_twelve_bit_pictures_are_rejected_by_name() {
        byte[] arithmetic = DrawnImages.jpeg(1, 8, 8);
        int frame = frameHeader(arithmetic);
        arithmetic[frame + 1] = (byte) 0xc9;
        assertRejected(arithmetic, "lossless or arithmetic JPEG: cannot be read; convert it to a baseline JPEG");
        byte[] deep = DrawnImages.jpeg(1, 8, 8);
        deep[frame + 4] = 12;
        assertRejected(deep, "12-bit JPEG: cannot be read; convert it to a JPEG of 8 bits");
    }

    @Test
    void a_header_of_too_many_pixels_is_rejected() {
        byte[] jpeg = DrawnImages.jpeg(1, 8, 8);
        int size = frameHeader(jpeg) + 5;
        ByteBuffer.wrap(jpeg).putShort(size, (short) 60_000).putShort(size + 2, (short) 50_000);
        assertRejected(jpeg, "JPEG of 50000 x 60000 pixels: more than the limit of 50 megapixels; shrink it");
    }

    private static BufferedImage quarters() {
        BufferedImage picture = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 48; x++) {
                picture.setRGB(x, y, y < 16 ? (x < 24 ? 0xff0000 : 0x00ff00) : (x < 24 ? 0x0000ff : 0xffffff));
            }
        }
        return picture;
    }

    private static String corners(RgbImage image) {
        int right = image.width() - 3;
        int low = image.height() - 3;
        return "" + name(image.rgb(2, 2)) + name(image.rgb(right, 2)) + name(image.rgb(2, low))
                + name(image.rgb(right, low));
    }

    private static char name(int rgb) {
        int bits = ((rgb >> 23 & 1) << 2) | ((rgb >> 15 & 1) << 1) | (rgb >> 7 & 1);
        return switch (bits) {
            case 4 -> 'R';
            case 2 -> 'G';
            case 1 -> 'B';
            case 7 -> 'W';
            default -> '?';
        };
    }

    private static byte[] flat(int rgb) {
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            picture.setRGB(i % 16, i / 16, rgb);
        }
        return DrawnImages.encode("jpeg", picture);
    }

    private static int frameHeader(byte[] jpeg) {
        int at = 0;
        while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xc0) {
            at++;
        }
        return at;
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(ByteBuffer.allocate(4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array());
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The JDK writes it first, 18 bytes long. */
    private static byte[] withoutJfif(byte[] jpeg) {
        assertThat(jpeg[3]).isEqualTo((byte) 0xe0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(jpeg, 20, jpeg.length - 20);
        return out.toByteArray();
    }

    private static byte[] adobe(int transform) {
        return new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
    }

    /** A directory of two entries: image width, orientation. */
    private static byte[] exif(int orientation, boolean bigEndian) {
        ByteBuffer exif = ByteBuffer.allocate(44).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
        exif.put((bigEndian ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(48);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }
}
