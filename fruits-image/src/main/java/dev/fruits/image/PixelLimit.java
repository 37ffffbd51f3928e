package dev.fruits.image;

/** How large a picture may be, so that none fills the memory. */
record PixelLimit(int megapixels) {
    /** What a JPEG can have; keeps the picture between the resampler's two passes small as well. */
    private static final int MAX_SIDE = 65_535;

    PixelLimit {
        if (megapixels < 1 || megapixels > 500) {
            throw new IllegalArgumentException("limit of " + megapixels + " megapixels: must be 1 to 500");
        }
    }

    /** Before a pixel is allocated. */
    void check(String format, long width, long height) throws UndecodableException {
        if (width < 1 || height < 1) {
            throw UndecodableException.damaged(format);
        }
        if (Math.max(width, height) > MAX_SIDE) {
            throw new UndecodableException(format + " of " + width + " x " + height + " pixels: more than " + MAX_SIDE
                    + " on a side; shrink it");
        }
        if (width * height > megapixels * 1_000_000L) {
            throw new UndecodableException(format + " of " + width + " x " + height + " pixels: more than the limit of "
                    + megapixels + " megapixels; shrink it");
        }
    }
}
