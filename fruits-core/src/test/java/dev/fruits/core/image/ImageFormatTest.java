package dev.fruits.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {
    @ParameterizedTest
    @EnumSource
    void tells_what_the_platform_writes(ImageFormat format) throws IOException {
        byte[] bytes = encoded(format);

        assertThat(ImageFormat.of(bytes, bytes.length)).contains(format);
        assertThat(ImageFormat.of(bytes, ImageFormat.HEAD_BYTES)).contains(format);
    }

    @ParameterizedTest
    @EnumSource
    void does_not_look_beyond_the_given_length(ImageFormat format) throws IOException {
        assertThat(ImageFormat.of(encoded(format), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "BM", "BMW is a maker of cars, not of images", "GIF88a", "RIFF....WEBPVP8 "})
    void text_and_other_formats_are_none(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(ImageFormat.of(bytes, bytes.length)).isEmpty();
    }

    @Test
    void tells_both_versions_of_gif() {
        assertThat(of("GIF87a")).contains(ImageFormat.GIF);
        assertThat(of("GIF89a")).contains(ImageFormat.GIF);
    }

    @Test
    void tells_names_of_images_in_any_case() {
        assertThat(Arrays.asList("a.jpg", "a.b.JPEG", "x.Png", ".gif", "a.BMP")).allMatch(ImageFormat::isNamedAsImage);
        assertThat(Arrays.asList("jpg", "a.jpg.txt", "a.", "", "a.tiff")).noneMatch(ImageFormat::isNamedAsImage);
    }

    private static java.util.Optional<ImageFormat> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ImageFormat.of(bytes, bytes.length);
    }

    private static byte[] encoded(ImageFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(image, format.name(), bytes)).isTrue();
        return bytes.toByteArray();
    }
}
