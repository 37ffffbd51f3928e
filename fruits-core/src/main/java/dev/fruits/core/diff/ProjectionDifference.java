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
public record ProjectionDifference(
        String incomparable, List<PartDifference> parts, List<Integer> flipped, List<ComponentGroup> rotated) {
    public ProjectionDifference {
        parts = List.copyOf(parts);
        flipped = List.copyOf(flipped);
        rotated = List.copyOf(rotated);
    }

    public boolean isWithin() {
        return incomparable.isEmpty() && parts.stream().allMatch(PartDifference::isWithin);
    }

    static ProjectionDifference of(PcaProjection first, PcaProjection second, Tolerances tolerances) {
        String incomparable = unequal(first, second);
        List<PartDifference> parts = new ArrayList<>();
        if (unequalInputs(first, second).isEmpty()) {
            ValueDifference mean = ValueDifference.between("mean", first.mean(), second.mean());
            parts.add(new PartDifference("mean", mean, tolerances.features()));
            parts.add(new PartDifference("variance", variance(first, second), tolerances.variance()));
        }
        if (!incomparable.isEmpty()) {
            return new ProjectionDifference(incomparable, parts, List.of(), List.of());
        }
        ComponentAlignment alignment = ComponentAlignment.of(first, second, tolerances.components());
        parts.add(new PartDifference("components", alignment.worst(), tolerances.components()));
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
        return first.inputDimension() == second.inputDimension()
                ? ""
                : first.inputDimension() + " features in the first run, " + second.inputDimension()
                        + " in the second; compare runs of one model";
    }

    /** Why components cannot be compared; empty if they can. */
    static String unequal(PcaProjection first, PcaProjection second) {
        String inputs = unequalInputs(first, second);
        return !inputs.isEmpty() || first.outputDimension() == second.outputDimension()
                ? inputs
                : first.outputDimension() + " components in the first run, " + second.outputDimension()
                        + " in the second; run both with one --pca K";
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
