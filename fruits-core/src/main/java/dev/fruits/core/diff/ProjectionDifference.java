package dev.fruits.core.diff;

import dev.fruits.core.pca.PcaProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Two fits of principal components.
 *
 * @param incomparable why something was not compared; empty if all was
 * @param parts what was compared: mean, variances, components
 * @param flipped numbers, from 1, of components that point the other way in the second run: compared with the sign
 *     turned
 * @param rotated components that are compared together, as they are not determined singly
 */
public record ProjectionDifference(String incomparable, List<Part> parts, List<Integer> flipped, List<Group> rotated) {
    /**
     * A part of two projections.
     *
     * @param name {@code mean}, {@code variance}, {@code components}
     * @param worst the largest difference; 0 where all are equal
     * @param tolerance as in {@link Tolerances}
     */
    public record Part(String name, ValueDifference worst, double tolerance) {
        public boolean isWithin() {
            return worst.relative() <= tolerance;
        }
    }

    /**
     * Neighbouring components whose variances are so nearly equal that only the space they span is determined, not each
     * of them.
     *
     * @param from number of the first, from 1
     * @param to number of the last
     * @param gap the widest step between two neighbours' variances, as a share of the larger
     */
    public record Group(int from, int to, double gap) {}

    public ProjectionDifference {
        parts = List.copyOf(parts);
        flipped = List.copyOf(flipped);
        rotated = List.copyOf(rotated);
    }

    public boolean isWithin() {
        return incomparable.isEmpty() && parts.stream().allMatch(Part::isWithin);
    }

    static ProjectionDifference of(PcaProjection first, PcaProjection second, Tolerances tolerances) {
        String incomparable = unequal(first, second);
        List<Part> parts = new ArrayList<>();
        if (unequalInputs(first, second).isEmpty()) {
            ValueDifference mean = ValueDifference.between("mean", first.mean(), second.mean());
            parts.add(new Part("mean", mean, tolerances.features()));
            parts.add(new Part("variance", variance(first, second), tolerances.variance()));
        }
        if (!incomparable.isEmpty()) {
            return new ProjectionDifference(incomparable, parts, List.of(), List.of());
        }
        ComponentAlignment alignment = ComponentAlignment.of(first, second, tolerances.components());
        parts.add(new Part("components", alignment.worst(), tolerances.components()));
        return new ProjectionDifference("", parts, alignment.flipped(), alignment.rotated());
    }

    /** Brings reduced rows of the second run into the first run's directions. */
    static UnaryOperator<double[]> alignment(PcaProjection first, PcaProjection second, Tolerances tolerances) {
        return unequal(first, second).isEmpty()
                ? ComponentAlignment.of(first, second, tolerances.components())::row
                : UnaryOperator.identity();
    }

    /** Why features cannot be compared; empty if they can. */
    static String unequalInputs(PcaProjection first, PcaProjection second) {
        return unequal(first.inputDimension(), second.inputDimension(), "features", "compare runs of one model");
    }

    /** Why components cannot be compared; empty if they can. */
    static String unequal(PcaProjection first, PcaProjection second) {
        String inputs = unequalInputs(first, second);
        return inputs.isEmpty()
                ? unequal(first.outputDimension(), second.outputDimension(), "components", "run both with one --pca K")
                : inputs;
    }

    private static String unequal(int first, int second, String what, String remedy) {
        return first == second ? "" : first + " " + what + " in the first run, " + second + " in the second; " + remedy;
    }

    /** Against the largest variance: rounding moves every eigenvalue by a share of that, the smallest ones too. */
    private static ValueDifference variance(PcaProjection first, PcaProjection second) {
        double largest = Math.max(
                first.explainedVariance().variance(0),
                second.explainedVariance().variance(0));
        return ValueDifference.between(
                "variance",
                first.explainedVariance().toArray(),
                second.explainedVariance().toArray(),
                largest == 0 ? 1 : largest);
    }
}
