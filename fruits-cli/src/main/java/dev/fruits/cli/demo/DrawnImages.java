package dev.fruits.cli.demo;

import java.nio.file.Path;

/**
 * What a {@link FruitDrawing} left behind.
 *
 * @param training the folder with one sub-folder per kind to learn from
 * @param test the folder with one sub-folder per kind to be judged by: other specimens, and the damaged files
 * @param trainingCount images in {@code training}
 * @param testCount whole images in {@code test}
 */
public record DrawnImages(Path training, Path test, int trainingCount, int testCount) {}
