package dev.fruits.cli.demo;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is seen at a glance.
 *
 * @param colour mean red, green, blue of the fruit, 0 to 1 each
 * @param contrast mean difference of green between neighbours, 0 to 1
 * @param share part of the frame that is not near white
 * @param slenderness height of what is not near white over its width, 1 or more taken as its inverse from 2
 */
record Look(List<Double> colour, double contrast, double share, double slenderness) {
    private static final int WALL = 225;

    static Look of(BufferedImage image) {
        double[] sum = new double[3];
        double differences = 0;
        int fruit = 0;
        int[] box = {Renderer.SIDE, -1, Renderer.SIDE, -1};
        for (int y = 1; y < Renderer.SIDE; y++) {
            for (int x = 1; x < Renderer.SIDE; x++) {
                if (isFruit(image.getRGB(x, y))) {
                    fruit++;
                    differences += Math.abs(channel(image, x, y, 1) - channel(image, x - 1, y, 1));
                    for (int c = 0; c < 3; c++) {
                        sum[c] += channel(image, x, y, c);
                    }
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.max(box[1], x);
                    box[2] = Math.min(box[2], y);
                    box[3] = Math.max(box[3], y);
                }
            }
        }
        double ratio = (double) (box[3] - box[2]) / (box[1] - box[0]);
        return new Look(
                List.of(sum[0] / fruit, sum[1] / fruit, sum[2] / fruit),
                differences / fruit,
                fruit / (double) (Renderer.SIDE * Renderer.SIDE),
                ratio <= 1 ? ratio : 2 - 1 / ratio);
    }

    /** All of it, each number weighted to about the same reach. */
    List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(colour);
        numbers.add(4 * contrast);
        numbers.add(0.5 * share);
        numbers.add(0.4 * slenderness);
        return numbers;
    }

    private static boolean isFruit(int rgb) {
        return (rgb >> 16 & 0xff) < WALL || (rgb >> 8 & 0xff) < WALL || (rgb & 0xff) < WALL;
    }

    private static double channel(BufferedImage image, int x, int y, int channel) {
        return (image.getRGB(x, y) >> (16 - 8 * channel) & 0xff) / 255.0;
    }
}
