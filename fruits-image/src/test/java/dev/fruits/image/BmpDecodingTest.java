package dev.fruits.image;

import static dev.fruits.image.Decoding.assertRejected;
import static dev.fruits.image.Decoding.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BmpDecodingTest {
    private static final int[] NOTHING = {};

    @Test
    void what_the_jdk_writes_comes_back_to_the_bit() throws Exception {
        int[] types = {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_USHORT_555_RGB
        };
        for (int type : types) {
            BufferedImage drawn = new BufferedImage(37, 5, type);
            drawn.createGraphics().drawImage(DrawnImages.photograph(4, 37, 5), 0, 0, null);
            byte[] bmp = DrawnImages.encode("bmp", drawn);
            assertThat(pixels(bmp)).isEqualTo(pixels(DrawnImages.encode("png", drawn)));
        }
    }

    @Test
    void rows_stand_from_below_or_from_above() throws Exception {
        int[] rows = {1, 2, 3, 0, 4, 5, 6, 0};
        assertThat(pixels(bmp(1, 2, 24, 0, NOTHING, rows))).containsExactly("060504", "030201");
        assertThat(pixels(bmp(1, -2, 24, 0, NOTHING, rows))).containsExactly("030201", "060504");
    }

    @Test
    void sixteen_bits_are_spread_over_the_range() throws Exception {
        int[] row = {0b000_11111, 0b0_11111_00, 0, 0};
        assertThat(pixels(bmp(1, 1, 16, 0, NOTHING, row))).containsExactly("ff00ff");
        int[] masks565 = {0, 0xf8, 0, 0, 0xe0, 7, 0, 0, 0x1f, 0, 0, 0};
        assertThat(pixels(bmp(1, 1, 16, 3, masks565, 0xe0, 0x07, 0, 0))).containsExactly("00ff00");
    }

    @Test
    void the_fourth_byte_of_32_bits_is_not_alpha_unless_a_mask_says_so() throws Exception {
        assertThat(pixels(bmp(1, 1, 32, 0, NOTHING, 1, 2, 3, 0))).containsExactly("030201");
        int[] masks = {0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0xff};
        assertThat(pixels(bmp(1, 1, 32, 6, masks, 0, 0, 0, 51))).containsExactly("cccccc");
    }

    @Test
    void run_lengths_and_embedded_files_are_rejected_by_name() {
        String reason = "compressed BMP: cannot be read; convert it to PNG";
        assertRejected(bmp(1, 1, 8, 1, NOTHING, 0, 0), reason);
        assertRejected(bmp(1, 1, 0, 4, NOTHING, 0, 0), reason);
    }

    @Test
    void sizes_that_the_bytes_do_not_hold_are_damage() {
        assertRejected(bmp(2, 2, 24, 0, NOTHING, 1, 2, 3, 0), "damaged or truncated BMP");
        assertRejected(
                bmp(1, Integer.MIN_VALUE, 24, 0, NOTHING, 1),
                "BMP of 1 x 2147483648 pixels: more than 65535 on a side; shrink it");
        assertRejected(bmp(-1, 1, 24, 0, NOTHING, 1), "damaged or truncated BMP");
    }

    private static byte[] bmp(int width, int height, int bits, int compression, int[] masks, int... rows) {
        ByteBuffer bmp = ByteBuffer.allocate(54 + masks.length + rows.length).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54 + masks.length);
        bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        bmp.putInt(compression).putInt(0).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int value : masks) {
            bmp.put((byte) value);
        }
        for (int value : rows) {
            bmp.put((byte) value);
        }
        return bmp.array();
    }
}
