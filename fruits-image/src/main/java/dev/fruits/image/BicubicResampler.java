package dev.fruits.image;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    /** Kept from picture to picture, as most of a set have one size. */
    private @Nullable Stretching latest;

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
        return stretch(isStrip(image) ? stretch(image, image.width(), height) : image, width, height);
    }

    /** Gives the rows of the whole picture at the new size, each colour of each row once, and makes no copy of them. */
    public void resize(RgbImage image, SampleRows target) {
        RgbImage source = isStrip(image) ? stretch(image, image.width(), height) : image;
        if (source.width() == width && source.height() == height) {
            source.putRows(target);
        } else {
            stretching(source, width, height).stretch(source, target);
        }
    }

    private boolean isStrip(RgbImage image) {
        return image.height() > STRIP * image.width() && height < image.height();
    }

    private RgbImage stretch(RgbImage image, int newWidth, int newHeight) {
        if (image.width() == newWidth && image.height() == newHeight) {
            return image;
        }
        RgbImage.Packing packing = new RgbImage.Packing(newWidth, newHeight);
        stretching(image, newWidth, newHeight).stretch(image, packing);
        return packing.image();
    }

    private Stretching stretching(RgbImage image, int newWidth, int newHeight) {
        AxisWeights.Sizes across = new AxisWeights.Sizes(image.width(), newWidth);
        AxisWeights.Sizes down = new AxisWeights.Sizes(image.height(), newHeight);
        Stretching kept = latest;
        if (kept == null || !kept.isFor(across, down)) {
            kept = new Stretching(axis(across), axis(down));
            latest = kept;
        }
        return kept;
    }

    private AxisWeights axis(AxisWeights.Sizes sizes) {
        return weights.computeIfAbsent(sizes, AxisWeights::new);
    }
}
