package dev.fruits.cli.demo;

import dev.fruits.core.WrongUseException;
import java.util.List;

/**
 * What is drawn.
 *
 * @param kinds each a class with a folder of its own, at least one, none twice
 * @param trainingPerKind images of each kind in Training, at least 1
 * @param testPerKind images of each kind in Test, at least 1
 * @param seed the same seed grows the same fruits
 * @param threads how many image side by side, at least 1; the images do not depend on it
 */
public record DrawingPlan(List<DrawnFruit> kinds, int trainingPerKind, int testPerKind, long seed, int threads) {
    /** @throws WrongUseException if there are no kinds, a kind comes twice, or a count is below 1 */
    public DrawingPlan {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new WrongUseException("kinds: none; name at least one fruit to draw");
        }
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw new WrongUseException("kinds " + kinds + ": one comes twice; name each fruit once");
        }
        atLeastOne("training images per kind", trainingPerKind);
        atLeastOne("test images per kind", testPerKind);
        atLeastOne("threads", threads);
    }

    /** All kinds, 30 images each for training and 15 for the test. */
    public static DrawingPlan ofAllKinds(long seed, int threads) {
        return new DrawingPlan(List.of(DrawnFruit.values()), 30, 15, seed, threads);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new WrongUseException(name + " " + value + ": must be at least 1");
        }
    }
}
