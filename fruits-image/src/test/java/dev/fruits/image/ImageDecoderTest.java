package dev.fruits.image;

import static dev.fruits.image.Decoding.assertRejected;
import static dev.fruits.image.Decoding.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.image.ImageRejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    @Test
    void what_is_no_picture_is_rejected_and_says_what_it_is() {
        assertRejected(new byte[0], "empty: no bytes at all");
        assertRejected("just text".getBytes(StandardCharsets.UTF_8), "no JPEG, PNG, GIF or BMP");
        assertRejected(DrawnImages.webp(), "WebP image: cannot be read; convert it to JPEG or PNG");
        assertRejected(latin1("\0\0\0\u0018ftypheic\0\0\0\0"), "HEIF image: cannot be read; convert it to JPEG or PNG");
        assertRejected(latin1("\0\0\0\u0018ftypavif\0\0\0\0"), "AVIF image: cannot be read; convert it to JPEG or PNG");
        assertRejected(latin1("II*\0\u0008\0\0\0"), "TIFF image: cannot be read; convert it to JPEG or PNG");
    }

    @Test
    void every_bad_file_is_rejected() {
        DrawnImages.badFiles()
                .forEach((name, bytes) -> assertThatThrownBy(() -> Decoding.decode(bytes))
                        .as(name)
                        .isInstanceOf(ImageRejectedException.class));
    }

    @Test
    void a_message_names_the_path_and_the_reason() {
        assertThatThrownBy(() -> Decoding.decode(new byte[0])).hasMessage("fruit/picture: empty: no bytes at all");
    }

    @Test
    void the_limit_can_be_set() throws Exception {
        byte[] png = DrawnImages.png(1, 1100, 1000);
        try (ImageDecoder strict = new ImageDecoder(1)) {
            assertThatThrownBy(() -> strict.decode(DrawnImages.encoded("a/b.png", png)))
                    .hasMessage("a/b.png: PNG of 1100 x 1000 pixels: more than the limit of 1 megapixels; shrink it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void a_file_cut_anywhere_is_rejected_or_gives_all_of_its_pixels(String format) throws Exception {
        byte[] whole = DrawnImages.encode(format, DrawnImages.photograph(6, 24, 18));
        List<String> pixels = pixels(whole);
        int accepted = 0;
        try (ImageDecoder decoder = new ImageDecoder()) {
            for (int length = 0; length < whole.length; length++) {
                Optional<RgbImage> image = attempt(decoder, Arrays.copyOf(whole, length));
                accepted += image.isPresent() ? 1 : 0;
                image.ifPresent(decoded -> assertThat(Decoding.pixels(decoded)).isEqualTo(pixels));
            }
        }
        assertThat(accepted).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void flipped_bits_never_break_the_decoder(String format) throws Exception {
        byte[] whole = DrawnImages.encode(format, DrawnImages.photograph(6, 40, 30));
        List<String> pixels = pixels(whole);
        Random random = new Random(17);
        try (ImageDecoder decoder = new ImageDecoder()) {
            for (int run = 0; run < 1500; run++) {
                byte[] flipped = whole.clone();
                int flips = 1 + random.nextInt(8);
                for (int i = 0; i < flips; i++) {
                    flipped[random.nextInt(run % 2 == 0 ? whole.length : 60)] ^= (byte) (1 << random.nextInt(8));
                }
                Optional<RgbImage> image = attempt(decoder, flipped);
                if (format.equals("png")) {
                    image.ifPresent(
                            decoded -> assertThat(Decoding.pixels(decoded)).isEqualTo(pixels));
                }
            }
            assertThat(attempt(decoder, whole).map(Decoding::pixels)).contains(pixels);
        }
    }

    @Test
    void readers_of_other_modules_are_never_used() {
        Predicate<Class<?>> ofTheJdk = type -> type.getModule() == javax.imageio.ImageIO.class.getModule();
        assertThat(JdkReader.open("JPEG").getClass()).matches(ofTheJdk);
        assertThat(JdkReader.open("PNG").getClass()).matches(ofTheJdk);
    }

    private static Optional<RgbImage> attempt(ImageDecoder decoder, byte[] bytes) {
        try {
            return Optional.of(decoder.decode(DrawnImages.encoded("a/b", bytes)));
        } catch (ImageRejectedException e) {
            return Optional.empty();
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
