package dev.fruits.core.pca;

/**
 * Which of the two directions of a component is taken: the one whose entry of largest magnitude (the first such) is
 * positive, as scikit-learn's {@code svd_flip(u_based_decision=False)}.
 */
final class SignRule {
    private SignRule() {}

    /** The same component in the direction of the rule, as a new array. */
    static double[] apply(double[] component) {
        double[] oriented = component.clone();
        if (entryOfLargestMagnitude(component) < 0) {
            for (int j = 0; j < oriented.length; j++) {
                oriented[j] = -oriented[j];
            }
        }
        return oriented;
    }

    private static double entryOfLargestMagnitude(double[] component) {
        double largest = 0;
        for (double entry : component) {
            if (Math.abs(entry) > Math.abs(largest)) {
                largest = entry;
            }
        }
        return largest;
    }
}
