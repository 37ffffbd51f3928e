package dev.fruits.core.pixel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resizes as Pillow's {@code BICUBIC} does, to the bit: separable convolution with Keys' kernel (R. Keys, Cubic
 * convolution interpolation for digital image processing, 1981; a = −0.5), widened by the scale when shrinking,
 * normalised at the edges; the horizontal pass first, each pass in fixed point and rounded to 8 bits. Used by one thread.
 */
public final class BicubicResampler {
    private static final int KEPT_SIZES = 64;

    private final int width;
    private final int height;
    private final Map<AxisWeights.Sizes, AxisWeights> weights = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AxisWeights.Sizes, AxisWeights> eldest) {
            return size() > KEPT_SIZES;
        }
    };

    /**
     * @param width of every result, in pixels, at least 1
     * @param height of every result, in pixels, at least 1
     */
    public BicubicResampler(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("size " + width + " x " + height + ": must be at least 1 x 1");
        }
        this.width = width;
        this.height = height;
    }

    /** The whole picture at the new size; its proportions are not kept. The very picture if it has that size. */
    public RgbImage resize(RgbImage image) {
        RgbImage wide = image.width() == width ? image : stretchRows(image);
        return wide.height() == height ? wide : stretchColumns(wide);
    }

    private RgbImage stretchRows(RgbImage image) {
        byte[] to = new byte[RgbImage.CHANNELS * width * image.height()];
        AxisWeights axis = axis(image.width(), width);
        for (int y = 0; y < image.height(); y++) {
            axis.convolvePixels(
                    image.packed(), RgbImage.CHANNELS * image.width() * y, to, RgbImage.CHANNELS * width * y);
        }
        return new RgbImage(width, image.height(), to);
    }

    private RgbImage stretchColumns(RgbImage image) {
        byte[] to = new byte[RgbImage.CHANNELS * width * height];
        axis(image.height(), height).convolveRows(image.packed(), RgbImage.CHANNELS * width, to);
        return new RgbImage(width, height, to);
    }

    private AxisWeights axis(int from, int to) {
        return weights.computeIfAbsent(new AxisWeights.Sizes(from, to), AxisWeights::new);
    }
}
