package dev.fruits.core.evaluate;

import dev.fruits.core.classify.Prediction;

/**
 * An image of known class and its prediction.
 *
 * @param path as in {@link dev.fruits.core.image.ImageRef#path()}
 * @param label its true class
 * @param prediction the classifier's
 */
public record ClassifiedImage(String path, String label, Prediction prediction) {
    public String predicted() {
        return prediction.best().label();
    }

    public boolean isCorrect() {
        return predicted().equals(label);
    }

    /** True if the class is among the {@code k} most likely. */
    boolean isAmongTop(int k) {
        return prediction.top(k).stream().anyMatch(guess -> guess.label().equals(label));
    }
}
