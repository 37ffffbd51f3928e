package dev.fruits.image;

import static dev.fruits.image.Decoding.assertRejected;
import static dev.fruits.image.Decoding.pixels;
import static dev.fruits.image.PngBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PngDecodingTest {
    @Test
    void a_photograph_comes_back_to_the_bit() throws Exception {
        BufferedImage drawn = DrawnImages.photograph(3, 37, 21);
        RgbImage decoded = Decoding.decode(DrawnImages.encode("png", drawn));
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(decoded.rgb(x, y)).isEqualTo(drawn.getRGB(x, y) & 0xffffff);
            }
        }
    }

    @Test
    void grey_samples_keep_their_value() throws Exception {
        byte[] png = PngBytes.of(3, 1, 8, PngBytes.GREY).pixels(3, 0, 119, 255);
        assertThat(pixels(png)).containsExactly("000000", "777777", "ffffff");
    }

    @Test
    void grey_of_1_2_and_4_bits_is_spread_over_the_range() throws Exception {
        assertThat(pixels(PngBytes.of(2, 1, 1, PngBytes.GREY).pixels(1, 0b01000000)))
                .containsExactly("000000", "ffffff");
        assertThat(pixels(PngBytes.of(4, 1, 2, PngBytes.GREY).pixels(1, 0b00011011)))
                .containsExactly("000000", "555555", "aaaaaa", "ffffff");
        assertThat(pixels(PngBytes.of(2, 1, 4, PngBytes.GREY).pixels(1, 0x7f))).containsExactly("777777", "ffffff");
    }

    @Test
    void sixteen_bits_are_rounded_to_the_nearest_of_eight() throws Exception {
        assertThat(pixels(PngBytes.of(3, 1, 16, PngBytes.GREY).pixels(6, 0x77, 0x77, 0x77, 0xff, 0xff, 0xff)))
                .containsExactly("777777", "787878", "ffffff");
        assertThat(pixels(PngBytes.of(1, 1, 16, PngBytes.RGB).pixels(6, 0x12, 0x12, 0x34, 0x34, 0x56, 0x56)))
                .containsExactly("123456");
    }

    @Test
    void alpha_is_drawn_on_white() throws Exception {
        assertThat(pixels(PngBytes.of(3, 1, 8, PngBytes.GREY_ALPHA).pixels(6, 0, 255, 0, 0, 100, 51)))
                .containsExactly("000000", "ffffff", "e0e0e0");
        assertThat(pixels(PngBytes.of(2, 1, 8, PngBytes.RGB_ALPHA).pixels(8, 1, 2, 3, 255, 200, 100, 0, 51)))
                .containsExactly("010203", "f4e0cc");
        assertThat(pixels(PngBytes.of(1, 1, 16, PngBytes.GREY_ALPHA).pixels(4, 0, 0, 0x33, 0x33)))
                .containsExactly("cccccc");
        assertThat(pixels(PngBytes.of(1, 1, 16, PngBytes.RGB_ALPHA).pixels(8, 9, 9, 8, 8, 7, 7, 255, 255)))
                .containsExactly("090807");
    }

    @Test
    void palette_colours_and_their_alpha_are_looked_up() throws Exception {
        byte[] png = PngBytes.of(3, 1, 8, PngBytes.PALETTE)
                .chunk("PLTE", bytes(10, 20, 30, 119, 119, 119, 200, 0, 0))
                .chunk("tRNS", bytes(255, 0))
                .pixels(3, 0, 1, 2);
        assertThat(pixels(png)).containsExactly("0a141e", "ffffff", "c80000");
    }

    @Test
    void palettes_of_few_bits_are_looked_up() throws Exception {
        byte[] png = PngBytes.of(3, 1, 2, PngBytes.PALETTE)
                .chunk("PLTE", bytes(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .pixels(1, 0b10010000);
        assertThat(pixels(png)).containsExactly("070809", "040506", "010203");
    }

    @Test
    void a_transparent_colour_is_white() throws Exception {
        byte[] rgb = PngBytes.of(2, 1, 8, PngBytes.RGB)
                .chunk("tRNS", bytes(0, 1, 0, 2, 0, 3))
                .pixels(6, 1, 2, 3, 1, 2, 4);
        assertThat(pixels(rgb)).containsExactly("ffffff", "010204");
        byte[] grey =
                PngBytes.of(2, 1, 8, PngBytes.GREY).chunk("tRNS", bytes(0, 9)).pixels(2, 9, 8);
        assertThat(pixels(grey)).containsExactly("ffffff", "080808");
    }

    @Test
    void gamma_and_profiles_change_nothing() throws Exception {
        byte[] png = PngBytes.of(1, 1, 8, PngBytes.RGB)
                .chunk("gAMA", bytes(0, 1, 0x86, 0xa0))
                .chunk("iCCP", bytes('x', 0, 0, 1, 2, 3))
                .pixels(3, 119, 60, 30);
        assertThat(pixels(png)).containsExactly("773c1e");
    }

    @Test
    void an_index_outside_of_its_palette_is_damage() {
        byte[] png = PngBytes.of(2, 1, 8, PngBytes.PALETTE)
                .chunk("PLTE", bytes(1, 2, 3, 4, 5, 6))
                .pixels(2, 0, 7);
        assertRejected(png, "damaged or truncated PNG");
    }

    @Test
    void too_few_rows_are_damage() {
        assertRejected(PngBytes.of(2, 3, 8, PngBytes.GREY).pixels(2, 1, 2, 3, 4), "damaged or truncated PNG");
    }

    @Test
    void a_header_of_3600_megapixels_is_rejected_before_a_pixel_is_allocated() {
        assertRejected(
                DrawnImages.hugePngHeader(),
                "PNG of 60000 x 60000 pixels: more than the limit of 50 megapixels; shrink it");
        assertRejected(
                PngBytes.of(70_000, 2, 8, PngBytes.GREY).pixels(1, 0),
                "PNG of 70000 x 2 pixels: more than 65535 on a side; shrink it");
    }
}
