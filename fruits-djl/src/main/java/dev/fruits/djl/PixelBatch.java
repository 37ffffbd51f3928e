package dev.fruits.djl;

import dev.fruits.core.pixel.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The normalised pixels of some images in one direct buffer, as the CNN reads them: NCHW, float32. */
final class PixelBatch {
    private final ModelCard.Input input;
    private final float[][] tables = new float[Normalisation.CHANNELS][];
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
    private FloatBuffer floats = bytes.asFloatBuffer();
    private int count;

    PixelBatch(ModelCard card) {
        input = card.input();
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
        floats.clear();
        count = 0;
    }

    /** Adds an image of the input's size; returns its place. */
    int add(RgbImage image) {
        for (int plane = 0; plane < tables.length; plane++) {
            image.putChannel(input.channels().colour(plane), tables[plane], floats);
        }
        return count++;
    }

    int count() {
        return count;
    }

    /** The pixels of all images; valid until the next {@link #begin}. */
    ByteBuffer pixels() {
        return bytes.clear().limit(floats.position() * Float.BYTES);
    }
}
