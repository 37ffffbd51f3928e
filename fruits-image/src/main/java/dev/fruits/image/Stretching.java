package dev.fruits.image;

/**
 * Brings pictures of one size to another. Rows are stretched in blocks when the first output row needs them, and
 * forgotten after the last one did. A block is turned so that its columns lie together; so both passes add up whole
 * lines of samples. The three colours of a line lie one behind the other.
 */
final class Stretching {
    /** Longer lines gain nothing more. */
    private static final int MAX_BLOCK_ROWS = 128;

    /** So that the block of a very wide picture stays small. */
    private static final int MAX_BLOCK_PIXELS = 1 << 18;

    /** Columns that are turned back into rows together: they fit the nearest cache, and fill whole lines of it. */
    private static final int COLUMNS_TURNED = 16;

    private final AxisWeights across;
    private final AxisWeights down;
    private final int blockRows;
    /** Columns of a block before the horizontal pass. */
    private final Lines columns;
    /** Some of its columns after that. */
    private final int[][] stretchedColumns;
    /** Stretched rows. */
    private final Lines rows;

    private final int[] finished;

    Stretching(AxisWeights across, AxisWeights down) {
        this.across = across;
        this.down = down;
        int width = across.sizes().from();
        int height = down.sizes().from();
        blockRows = Math.min(Math.min(MAX_BLOCK_ROWS, height), Math.max(1, MAX_BLOCK_PIXELS / width));
        columns = new Lines(width, RgbImage.CHANNELS * blockRows);
        stretchedColumns = new int[COLUMNS_TURNED][columns.length()];
        rows = new Lines(Math.min(height, down.maxTaps() + blockRows), RgbImage.CHANNELS * across.outputs());
        finished = new int[rows.length()];
    }

    boolean isFor(AxisWeights.Sizes acrossSizes, AxisWeights.Sizes downSizes) {
        return across.sizes().equals(acrossSizes) && down.sizes().equals(downSizes);
    }

    void stretch(RgbImage image, SampleRows target) {
        int stretched = 0;
        for (int y = 0; y < down.outputs(); y++) {
            int end = down.end(y);
            while (stretched < end) {
                stretched += stretchBlock(image, stretched);
            }
            down.sum(y, rows, finished);
            for (int colour = 0; colour < RgbImage.CHANNELS; colour++) {
                target.put(colour, y, finished, colour * across.outputs());
            }
        }
    }

    /** Stretches the rows from {@code firstRow} on; returns how many. */
    private int stretchBlock(RgbImage image, int firstRow) {
        int count = Math.min(blockRows, image.height() - firstRow);
        for (int r = 0; r < count; r++) {
            turnRow(image, firstRow + r, r);
        }
        for (int x = 0; x < across.outputs(); x += COLUMNS_TURNED) {
            int together = Math.min(COLUMNS_TURNED, across.outputs() - x);
            for (int i = 0; i < together; i++) {
                across.sum(x + i, columns, stretchedColumns[i]);
            }
            for (int r = 0; r < count; r++) {
                turnBack(r, rows.line(firstRow + r), x, together);
            }
        }
        return count;
    }

    private void turnRow(RgbImage image, int y, int row) {
        byte[] packed = image.packed();
        int from = RgbImage.CHANNELS * image.width() * y;
        for (int x = 0; x < image.width(); x++, from += RgbImage.CHANNELS) {
            int[] column = columns.line(x);
            column[row] = packed[from] & 0xff;
            column[row + blockRows] = packed[from + 1] & 0xff;
            column[row + 2 * blockRows] = packed[from + 2] & 0xff;
        }
    }

    private void turnBack(int row, int[] target, int x, int together) {
        for (int colour = 0; colour < RgbImage.CHANNELS; colour++) {
            int from = colour * blockRows + row;
            int to = colour * across.outputs() + x;
            for (int i = 0; i < together; i++) {
                target[to + i] = stretchedColumns[i][from];
            }
        }
    }
}
