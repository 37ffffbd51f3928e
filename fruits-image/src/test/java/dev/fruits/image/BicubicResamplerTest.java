package dev.fruits.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against Pillow 12.3: {@code Image.frombytes("RGB", …).resize(…, Image.BICUBIC)} on the same pixels. */
class BicubicResamplerTest {
    @ParameterizedTest(name = "{0} x {1} to {2} x {3}")
    @CsvSource({
        "100, 100, 224, 224, 716f06fd7f03b1a2e1240dbf40264d1f87d946b8add8159d9056c17f1836593e",
        "640, 480, 224, 224, b7f3edb50468718d3f3b9b7bf86efc0cd6ee005148291a226ec888e9ad6aef74",
        "5, 3, 7, 2, 14af9102e2492c2cc5f3bc12281a26390c2547b9d2f59a1b1b89e641ea756bf3",
        "1, 1, 4, 4, f0a2f1fe431d144b74dd3bf9630813e0bb86b69940abe70688ad07f805eb461d",
        "300, 10, 31, 33, 881b9dfc50540903fa979cc0260e15419c47c9523558fdf0937d6eb1cd51991b",
        "224, 50, 224, 224, 6065b7e263fc28f0d53a4ffe1c14781dcd5f794c47680744e975de9956d1dd40",
        "5000, 200, 64, 48, 29d77e0e03119014a1180a1fa447fdd72cc178fc3c95a7b8182a6e27cf13ca18",
        "3, 1000, 9, 300, bfe51fedb4e91a6ed05e7ea8a91e45fd8741fe981a67b971a539a14c1aa95ebe",
        "1000, 7, 224, 224, cfff8f25e1ab3e73ece4ff8e059858fb3e7bbf27a34f7c3c7547e9cc21a9d1cf"
    })
    void every_sample_is_pillows(int width, int height, int newWidth, int newHeight, String sha256)
            throws NoSuchAlgorithmException {
        RgbImage resized = new BicubicResampler(newWidth, newHeight).resize(noise(width, height));
        assertThat(resized.width()).isEqualTo(newWidth);
        assertThat(resized.height()).isEqualTo(newHeight);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(resized.packed());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }

    @Test
    void a_picture_of_the_size_comes_back_as_it_is() {
        RgbImage image = noise(8, 6);
        assertThat(new BicubicResampler(8, 6).resize(image)).isSameAs(image);
    }

    @Test
    void sizes_that_alternate_do_not_disturb_each_other() {
        BicubicResampler resampler = new BicubicResampler(20, 20);
        byte[] first = resampler.resize(noise(10, 30)).packed();
        for (int size = 1; size < 200; size++) {
            resampler.resize(noise(size, 201 - size));
        }
        assertThat(resampler.resize(noise(10, 30)).packed()).isEqualTo(first);
    }

    @Test
    void a_size_of_nothing_is_refused() {
        assertThatThrownBy(() -> new BicubicResampler(0, 5)).hasMessage("size 0 x 5: must be at least 1 x 1");
    }

    /** The high bits of a linear congruential generator, so that the same pixels can be made anywhere. */
    private static RgbImage noise(int width, int height) {
        byte[] packed = new byte[3 * width * height];
        int state = 1000 * width + height;
        for (int i = 0; i < packed.length; i++) {
            state = (state * 1103515245 + 12345) & 0x7fffffff;
            packed[i] = (byte) (state >> 16);
        }
        return RgbImage.of(width, height, packed);
    }
}
