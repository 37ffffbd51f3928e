package dev.fruits.core.predict;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;

/**
 * How much of a prediction is told.
 *
 * @param threshold below this probability of the best label the answer is "not a fruit I know"; 0 to 1
 * @param top how many of the most likely labels are named; at least 1
 */
public record AnswerRule(double threshold, int top) {
    public static final int DEFAULT_TOP = 3;

    public static final AnswerRule DEFAULT = new AnswerRule(Prediction.DEFAULT_THRESHOLD, DEFAULT_TOP);

    public AnswerRule {
        Prediction.requireThreshold(threshold);
        if (top < 1) {
            throw new WrongUseException("top " + top + ": must be at least 1");
        }
    }
}
