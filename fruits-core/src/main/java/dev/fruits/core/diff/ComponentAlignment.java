package dev.fruits.core.diff;

import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings the components of a second fit into the directions of a first one, as far as a fit leaves them open: their
 * signs, and a rotation among neighbours of nearly equal variance that differ otherwise.
 */
final class ComponentAlignment {
    /** Neighbours whose variances differ by less than this share of the larger one may be rotated together. */
    static final double NEARLY_EQUAL = 1e-3;

    private final double[][] first;
    private final double[][] second;
    private final double tolerance;
    private final double[] signs;
    private final List<Rotation> rotations = new ArrayList<>();

    /** @param rotation g × g: from the second run's components to the first's */
    private record Rotation(ProjectionDifference.Group group, List<double[]> rotation) {}

    private ComponentAlignment(PcaProjection first, PcaProjection second, double tolerance) {
        this.first = first.components();
        this.second = second.components();
        this.tolerance = tolerance;
        this.signs = IntStream.range(0, this.first.length)
                .mapToDouble(i -> product(this.first[i], this.second[i]) < 0 ? -1 : 1)
                .toArray();
    }

    /** @param tolerance components that differ by no more in any entry are not rotated */
    static ComponentAlignment of(PcaProjection first, PcaProjection second, double tolerance) {
        ComponentAlignment alignment = new ComponentAlignment(first, second, tolerance);
        alignment.rotateGroups(first.explainedVariance());
        return alignment;
    }

    /** A reduced row of the second run in the first run's directions. */
    double[] row(double[] reduced) {
        double[] aligned = new double[reduced.length];
        for (int i = 0; i < aligned.length; i++) {
            aligned[i] = signs[i] * reduced[i];
        }
        for (Rotation rotation : rotations) {
            int from = rotation.group.from() - 1;
            for (int i = 0; i < rotation.rotation.size(); i++) {
                double[] weights = rotation.rotation.get(i);
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * reduced[from + j];
                }
                aligned[from + i] = sum;
            }
        }
        return aligned;
    }

    /** Where a component, brought into the first run's direction, differs most. */
    ValueDifference worst() {
        return IntStream.range(0, first.length)
                .mapToObj(i -> difference(i, component(i)))
                .min(ValueDifference.LARGEST_FIRST)
                .orElseThrow();
    }

    /** Numbers, from 1, of the components that point the other way in the second run. */
    List<Integer> flipped() {
        return IntStream.range(0, signs.length)
                .filter(i -> signs[i] < 0)
                .mapToObj(i -> i + 1)
                .toList();
    }

    List<ProjectionDifference.Group> rotated() {
        return rotations.stream().map(Rotation::group).toList();
    }

    private double[] component(int index) {
        for (Rotation rotation : rotations) {
            int from = rotation.group.from() - 1;
            if (index >= from && index < rotation.group.to()) {
                return mixed(rotation.rotation.get(index - from), from);
            }
        }
        return flipped(index);
    }

    private double[] mixed(double[] weights, int from) {
        double[] sum = new double[first[0].length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum[i] += weights[j] * second[from + j][i];
            }
        }
        return sum;
    }

    private double[] flipped(int index) {
        double[] oriented = new double[second[index].length];
        for (int i = 0; i < oriented.length; i++) {
            oriented[i] = signs[index] * second[index][i];
        }
        return oriented;
    }

    private ValueDifference difference(int index, double[] aligned) {
        return ValueDifference.between("component " + (index + 1), first[index], aligned, 1);
    }

    private void rotateGroups(ExplainedVariance spectrum) {
        int from = 0;
        while (from < first.length) {
            int to = from + 1;
            while (to < first.length && gap(spectrum, to) < NEARLY_EQUAL) {
                to++;
            }
            if (to - from > 1
                    && IntStream.range(from, to)
                            .anyMatch(i -> difference(i, flipped(i)).relative() > tolerance)) {
                rotations.add(rotation(spectrum, from, to));
            }
            from = to;
        }
    }

    private Rotation rotation(ExplainedVariance spectrum, int from, int to) {
        List<double[]> rotation = IntStream.range(from, to)
                .mapToObj(i -> IntStream.range(from, to)
                        .mapToDouble(j -> product(first[i], second[j]))
                        .toArray())
                .toList();
        double widest = IntStream.range(from + 1, to)
                .mapToDouble(i -> gap(spectrum, i))
                .max()
                .orElse(0);
        return new Rotation(new ProjectionDifference.Group(from + 1, to, widest), rotation);
    }

    /** From the variance before {@code index} to that at it. */
    private static double gap(ExplainedVariance spectrum, int index) {
        double larger = spectrum.variance(index - 1);
        return larger == 0 ? 0 : (larger - spectrum.variance(index)) / larger;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
