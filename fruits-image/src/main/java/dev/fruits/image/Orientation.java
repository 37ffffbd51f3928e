package dev.fruits.image;

/**
 * How stored pixels are turned to stand upright (EXIF 2.32, tag Orientation).
 *
 * @param swapped rows and columns change places first
 * @param mirroredX stored columns are then read from the right
 * @param mirroredY stored rows are then read from below
 */
record Orientation(boolean swapped, boolean mirroredX, boolean mirroredY) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** Values outside 1 to 8 mean nothing: upright. */
    static Orientation of(int exif) {
        return switch (exif) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> UPRIGHT;
        };
    }

    RgbImage upright(RgbImage stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        byte[] source = stored.packed();
        byte[] turned = new byte[source.length];
        for (int y = 0, to = 0; y < height; y++) {
            for (int x = 0; x < width; x++, to += RgbImage.CHANNELS) {
                System.arraycopy(source, sourceIndex(stored, x, y), turned, to, RgbImage.CHANNELS);
            }
        }
        return new RgbImage(width, height, turned);
    }

    private int sourceIndex(RgbImage stored, int x, int y) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        column = mirroredX ? stored.width() - 1 - column : column;
        row = mirroredY ? stored.height() - 1 - row : row;
        return RgbImage.CHANNELS * (row * stored.width() + column);
    }
}
