package dev.fruits.image;

/** Lines of samples, of which the latest are kept: line {@code i} is in place {@code i} modulo their number. */
final class Lines {
    private final int length;
    private final int[][] lines;

    Lines(int count, int length) {
        this.length = length;
        lines = new int[count][length];
    }

    int length() {
        return length;
    }

    /** The line's own samples, for reading and writing. */
    int[] line(int index) {
        return lines[index % lines.length];
    }
}
