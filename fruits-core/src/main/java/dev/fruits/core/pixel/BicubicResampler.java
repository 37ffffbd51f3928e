package dev.fruits.core.pixel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resizes as Pillow's {@code BICUBIC} does, to the bit: separable convolution with Keys' kernel (R. Keys, Cubic
 * convolution interpolation for digital image processing, 1981; a = −0.5), widened by the scale when shrinking,
 * normalised at the edges; the horizontal pass first, except for high strips; each pass in fixed point and rounded to
 * 8 bits. Used by one thread.
 */
public final class BicubicResampler {
    private static final int KEPT_SIZES = 64;
    /** How many times as high as wide a picture must be for Pillow to shrink its height first. */
    private static final int STRIP = 100;

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
        boolean isStrip = image.height() > STRIP * image.width() && height < image.height();
        return isStrip ? stretch(stretch(image, image.width(), height), width, height) : stretch(image, width, height);
    }

    private RgbImage stretch(RgbImage image, int newWidth, int newHeight) {
        return image.width() == newWidth && image.height() == newHeight
                ? image
                : new Stretching(image, axis(image.width(), newWidth), axis(image.height(), newHeight)).result();
    }

    private AxisWeights axis(int from, int to) {
        return weights.computeIfAbsent(new AxisWeights.Sizes(from, to), AxisWeights::new);
    }
}
