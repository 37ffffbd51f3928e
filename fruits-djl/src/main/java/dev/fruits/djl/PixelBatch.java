package dev.fruits.djl;

import dev.fruits.image.BicubicResampler;
import dev.fruits.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The normalised pixels of some images in one direct buffer, as the CNN reads them: NCHW, float32. */
final class PixelBatch {
    private final ModelCard.Input input;
    private final BicubicResampler resampler;
    private final float[] row;
    private final float[][] tables = new float[Normalisation.CHANNELS][];
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
    private FloatBuffer floats = bytes.asFloatBuffer();
    private int count;

    PixelBatch(ModelCard card) {
        input = card.input();
        resampler = new BicubicResampler(input.width(), input.height());
        row = new float[input.width()];
        for (int plane = 0; plane < tables.length; plane++) {
            tables[plane] = card.normalisation().table(plane);
        }
    }

    /** Empties it and makes room. */
    void begin(int capacity) {
        int wanted = capacity * Normalisation.CHANNELS * input.width() * input.height();
        if (floats.capacity() < wanted) {
            bytes = ByteBuffer.allocateDirect(wanted * Float.BYTES).order(ByteOrder.nativeOrder());
            floats = bytes.asFloatBuffer();
        }
        count = 0;
    }

    /** Adds an image, resized to the input's size; returns its index. */
    int add(RgbImage image) {
        resampler.resize(image, this::put);
        return count++;
    }

    /** Overwrites one row of the image that is being added. */
    private void put(int colour, int y, int[] samples, int from) {
        int plane = input.channels().plane(colour);
        float[] table = tables[plane];
        for (int x = 0; x < row.length; x++) {
            row[x] = table[samples[from + x]];
        }
        int line = (count * Normalisation.CHANNELS + plane) * input.height() + y;
        floats.put(line * row.length, row);
    }

    int count() {
        return count;
    }

    /** The pixels of all images; valid until the next {@link #begin}. */
    ByteBuffer pixels() {
        return bytes.clear().limit(count * Normalisation.CHANNELS * input.width() * input.height() * Float.BYTES);
    }
}
