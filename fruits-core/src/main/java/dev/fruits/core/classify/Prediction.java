package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prediction of a classifier for one image.
 *
 * @param ranked labels by falling probability, at least one, none twice; the probabilities sum to 1
 */
public record Prediction(List<LabelProbability> ranked) {
    /** Below it a prediction is more likely wrong than right, as far as its probability can be believed. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    private static final Comparator<LabelProbability> BY_RANK =
            Comparator.comparingDouble(LabelProbability::probability).reversed().thenComparing(LabelProbability::label);
    private static final double SUM_TOLERANCE = 1e-6;

    public Prediction {
        ranked = List.copyOf(ranked);
        double sum = ranked.stream().mapToDouble(LabelProbability::probability).sum();
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("probabilities must sum to 1: " + sum);
        }
        for (int i = 1; i < ranked.size(); i++) {
            if (ranked.get(i).probability() > ranked.get(i - 1).probability()) {
                throw new IllegalArgumentException("probabilities must fall, but do not at " + ranked.get(i));
            }
        }
        if (ranked.stream().map(LabelProbability::label).distinct().count() < ranked.size()) {
            throw new IllegalArgumentException("a label stands twice in " + ranked);
        }
    }

    /** Ranks labels, equals by label; {@code probabilities[i]} is that of {@code labels.get(i)}. */
    public static Prediction of(List<String> labels, double[] probabilities) {
        return new Prediction(IntStream.range(0, labels.size())
                .mapToObj(i -> new LabelProbability(labels.get(i), probabilities[i]))
                .sorted(BY_RANK)
                .toList());
    }

    public LabelProbability best() {
        return ranked.get(0);
    }

    /** The first {@code k} labels, or all where there are fewer. */
    public List<LabelProbability> top(int k) {
        return ranked.subList(0, Math.min(k, ranked.size()));
    }

    /**
     * True if the best label is at least as likely as {@code threshold}; otherwise the class of the image is unknown.
     *
     * @throws WrongUseException if {@code threshold} is not 0 to 1
     */
    public boolean isKnown(double threshold) {
        return best().probability() >= requireThreshold(threshold);
    }

    /**
     * The threshold itself, if it is a probability.
     *
     * @throws WrongUseException if it is not 0 to 1
     */
    public static double requireThreshold(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new WrongUseException(
                    "threshold " + threshold + ": must be 0 to 1; " + DEFAULT_THRESHOLD + " is the default");
        }
        return threshold;
    }
}
