package dev.fruits.cli.demo;

import java.nio.file.Path;

/**
 * What a {@link FruitPhotographer} left behind.
 *
 * @param training the folder with one sub-folder per kind to learn from
 * @param test the folder with one sub-folder per kind to be judged by: other specimens, and the spoilt files
 * @param trainingCount photographs in {@code training}
 * @param testCount whole photographs in {@code test}
 * @param spoiltCount files in {@code test} that are named as images and are none, each to be rejected
 * @param hiddenCount hidden files in {@code test}, each to be ignored
 */
public record Photographs(
        Path training, Path test, int trainingCount, int testCount, int spoiltCount, int hiddenCount) {}
