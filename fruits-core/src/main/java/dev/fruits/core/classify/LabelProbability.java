package dev.fruits.core.classify;

/**
 * How likely an image is of a class.
 *
 * @param label the class
 * @param probability 0 to 1
 */
public record LabelProbability(String label, double probability) {
    public LabelProbability {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability of '" + label + "' must be 0 to 1: " + probability);
        }
    }
}
