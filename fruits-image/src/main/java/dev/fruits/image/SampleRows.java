package dev.fruits.image;

/** Takes a picture row by row, one colour at a time. */
@FunctionalInterface
public interface SampleRows {
    /**
     * One row of one colour.
     *
     * @param colour 0 red, 1 green, 2 blue
     * @param y 0 is the upper row
     * @param samples holds the row's samples of 0 to 255, as many as the picture is wide; overwritten after the call
     * @param from where in {@code samples} the row begins
     */
    void put(int colour, int y, int[] samples, int from);
}
