package dev.fruits.image;

import static dev.fruits.image.Decoding.assertRejected;
import static dev.fruits.image.Decoding.decode;
import static dev.fruits.image.Decoding.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

class GifDecodingTest {
    private static final String DAMAGED = "damaged or truncated GIF";
    /** Red, green, blue, white. */
    private static final int[] PALETTE = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
    /** Clear, red, green, blue as codes of 3 bits, then red and the end as codes of 4, from the lowest bit on. */
    private static final int[] FOUR_PIXELS = {2, 3, 0b01_000_100, 0b0000_010_0, 0b0101, 0};

    @Test
    void noise_of_every_depth_comes_back_to_the_bit() throws Exception {
        Random random = new Random(11);
        for (int bits = 1; bits <= 8; bits++) {
            for (int size : new int[] {1, 9, 120}) {
                BufferedImage drawn = noise(random, bits, size, size + 7);
                for (boolean interlaced : new boolean[] {true, false}) {
                    assertSame(decode(gif(drawn, interlaced)), drawn);
                }
            }
        }
    }

    @Test
    void a_photograph_of_many_strings_fills_the_code_table_and_comes_back() throws Exception {
        BufferedImage photograph = DrawnImages.photograph(2, 400, 300);
        BufferedImage drawn = noise(new Random(1), 8, 400, 300);
        for (int i = 0; i < 400 * 300; i++) {
            int green = photograph.getRGB(i % 400, i / 400) >> 8 & 0xff;
            drawn.getRaster().setSample(i % 400, i / 400, 0, green / 4);
        }
        assertSame(decode(gif(drawn, true)), drawn);
    }

    @Test
    void a_frame_is_drawn_at_its_place_on_a_white_screen() throws Exception {
        byte[] gif = gif(3, 2, new int[] {0x2c, 1, 0, 0, 0, 2, 0, 2, 0, 0}, FOUR_PIXELS);
        assertThat(pixels(gif)).containsExactly("ffffff", "ff0000", "00ff00", "ffffff", "0000ff", "ff0000");
    }

    @Test
    void the_transparent_colour_is_white() throws Exception {
        int[] control = {0x21, 0xf9, 4, 1, 0, 0, 1, 0};
        byte[] gif = gif(2, 2, control, new int[] {0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0}, FOUR_PIXELS);
        assertThat(pixels(gif)).containsExactly("ff0000", "ffffff", "0000ff", "ff0000");
    }

    @Test
    void only_the_first_frame_counts() throws Exception {
        int[] frame = {0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0};
        byte[] gif =
                gif(2, 2, frame, FOUR_PIXELS, new int[] {0x2c, 1, 0, 1, 0, 1, 0, 1, 0, 0, 2, 2, 0b01_011_100, 1, 0});
        assertThat(pixels(gif)).containsExactly("ff0000", "00ff00", "0000ff", "ff0000");
    }

    @Test
    void a_frame_beyond_the_screen_enlarges_it() throws Exception {
        RgbImage image = decode(gif(1, 1, new int[] {0x2c, 1, 0, 0, 0, 2, 0, 2, 0, 0}, FOUR_PIXELS));
        assertThat(image.width()).isEqualTo(3);
        assertThat(image.height()).isEqualTo(2);
    }

    @Test
    void a_frame_that_ends_too_early_is_damage() {
        assertRejected(gif(2, 3, new int[] {0x2c, 0, 0, 0, 0, 2, 0, 3, 0, 0}, FOUR_PIXELS), DAMAGED);
        assertRejected(gif(2, 2), DAMAGED);
    }

    @Test
    void a_screen_of_too_many_pixels_is_rejected() {
        assertRejected(
                gif(60_000, 60_000, new int[] {0x2c, 1, 0, 0, 0, 2, 0, 2, 0, 0}, FOUR_PIXELS),
                "GIF of 60000 x 60000 pixels: more than the limit of 50 megapixels; shrink it");
    }

    private static void assertSame(RgbImage decoded, BufferedImage drawn) {
        assertThat(decoded.width()).isEqualTo(drawn.getWidth());
        assertThat(decoded.height()).isEqualTo(drawn.getHeight());
        IndexColorModel colours = (IndexColorModel) drawn.getColorModel();
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int index = drawn.getRaster().getSample(x, y, 0);
                assertThat(decoded.rgb(x, y)).isEqualTo(colours.getRGB(index) & 0xffffff);
            }
        }
    }

    private static BufferedImage noise(Random random, int bits, int width, int height) {
        byte[] samples = new byte[3 << bits];
        random.nextBytes(samples);
        IndexColorModel colours = new IndexColorModel(8, 1 << bits, samples, 0, false);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int i = 0; i < width * height; i++) {
            picture.getRaster().setSample(i % width, i / width, 0, random.nextInt(1 << bits));
        }
        return picture;
    }

    private static byte[] gif(BufferedImage picture, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] gif(int width, int height, int[]... blocks) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        for (char c : "GIF89a".toCharArray()) {
            gif.write(c);
        }
        for (int value : new int[] {width, width >> 8, height, height >> 8, 0x81, 0, 0}) {
            gif.write(value);
        }
        for (int value : PALETTE) {
            gif.write(value);
        }
        for (int[] block : blocks) {
            for (int value : block) {
                gif.write(value);
            }
        }
        gif.write(0x3b);
        return gif.toByteArray();
    }
}
