package dev.fruits.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Stage;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Short forms for the decoder's tests. */
final class Decoding {
    private Decoding() {}

    static RgbImage decode(byte[] bytes) throws ImageRejectedException {
        try (ImageDecoder decoder = new ImageDecoder()) {
            return decoder.decode(DrawnImages.encoded("fruit/picture", bytes));
        }
    }

    /** {@code rrggbb} of every pixel, row by row. */
    static List<String> pixels(byte[] bytes) throws ImageRejectedException {
        return pixels(decode(bytes));
    }

    static List<String> pixels(RgbImage image) {
        List<String> pixels = new ArrayList<>();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                pixels.add("%06x".formatted(image.rgb(x, y)));
            }
        }
        return pixels;
    }

    static void assertRejected(byte[] bytes, String reason) {
        assertThatThrownBy(() -> decode(bytes))
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRejectedException.class))
                .extracting(rejected -> rejected.rejection().stage() + ": "
                        + rejected.rejection().reason())
                .isEqualTo(Stage.DECODE + ": " + reason);
    }
}
