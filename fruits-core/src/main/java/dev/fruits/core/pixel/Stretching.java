package dev.fruits.core.pixel;

import java.util.Arrays;

/**
 * One picture on its way to another size: rows are stretched in blocks when the first output row needs them, and
 * forgotten after the last one did. A block is turned so that its columns lie together; so both passes add up whole
 * lines of samples in plain loops, which the JVM turns into vector instructions.
 */
final class Stretching {
    /** Longer lines gain nothing more. */
    private static final int MAX_BLOCK_ROWS = 128;

    /** So that the block of a very wide picture stays small. */
    private static final int MAX_BLOCK_PIXELS = 1 << 18;

    private final RgbImage image;
    private final AxisWeights across;
    private final AxisWeights down;
    private final int blockRows;
    /** The columns of a block, one behind the other. */
    private final int[] columns;

    private final int[] columnSums;
    /** Stretched rows; source row y is in place y modulo their number. */
    private final int[][] rows;

    private final int[] rowSums;
    private int rowsStretched;

    Stretching(RgbImage image, AxisWeights across, AxisWeights down) {
        this.image = image;
        this.across = across;
        this.down = down;
        int rowsThatFit = Math.max(1, MAX_BLOCK_PIXELS / image.width());
        blockRows = Math.min(Math.min(MAX_BLOCK_ROWS, image.height()), rowsThatFit);
        columnSums = new int[RgbImage.CHANNELS * blockRows];
        columns = new int[columnSums.length * image.width()];
        rowSums = new int[RgbImage.CHANNELS * across.outputs()];
        rows = new int[Math.min(image.height(), down.maxTaps() + blockRows)][rowSums.length];
    }

    RgbImage result() {
        byte[] packed = new byte[rowSums.length * down.outputs()];
        for (int y = 0; y < down.outputs(); y++) {
            int end = down.firstTap(y) + down.tapCount(y);
            while (rowsStretched < end) {
                stretchBlock(Math.min(blockRows, image.height() - rowsStretched));
            }
            sumRows(y);
            for (int i = 0, to = rowSums.length * y; i < rowSums.length; i++, to++) {
                packed[to] = (byte) rowSums[i];
            }
        }
        return new RgbImage(across.outputs(), down.outputs(), packed);
    }

    private void sumRows(int output) {
        Arrays.fill(rowSums, AxisWeights.HALF);
        for (int t = 0; t < down.tapCount(output); t++) {
            AxisWeights.add(rowSums, row(down.firstTap(output) + t), 0, down.tap(output, t));
        }
        AxisWeights.toSamples(rowSums);
    }

    private int[] row(int y) {
        return rows[y % rows.length];
    }

    private void stretchBlock(int count) {
        for (int r = 0; r < count; r++) {
            turnRow(rowsStretched + r, RgbImage.CHANNELS * r);
        }
        for (int x = 0; x < across.outputs(); x++) {
            sumColumns(x);
            for (int r = 0; r < count; r++) {
                copyPixel(columnSums, RgbImage.CHANNELS * r, row(rowsStretched + r), RgbImage.CHANNELS * x);
            }
        }
        rowsStretched += count;
    }

    private static void copyPixel(int[] source, int from, int[] target, int to) {
        target[to] = source[from];
        target[to + 1] = source[from + 1];
        target[to + 2] = source[from + 2];
    }

    private void turnRow(int y, int to) {
        byte[] packed = image.packed();
        int from = RgbImage.CHANNELS * image.width() * y;
        for (int x = 0, at = to; x < image.width(); x++, at += columnSums.length, from += RgbImage.CHANNELS) {
            columns[at] = packed[from] & 0xff;
            columns[at + 1] = packed[from + 1] & 0xff;
            columns[at + 2] = packed[from + 2] & 0xff;
        }
    }

    private void sumColumns(int output) {
        Arrays.fill(columnSums, AxisWeights.HALF);
        for (int t = 0; t < across.tapCount(output); t++) {
            AxisWeights.add(
                    columnSums, columns, columnSums.length * (across.firstTap(output) + t), across.tap(output, t));
        }
        AxisWeights.toSamples(columnSums);
    }
}
