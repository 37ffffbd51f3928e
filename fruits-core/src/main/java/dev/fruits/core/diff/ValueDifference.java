package dev.fruits.core.diff;

import java.util.Comparator;

/**
 * Two numbers at the same position of two runs.
 *
 * @param where the path of an image, or {@code component 3}
 * @param index within the vector, from 0
 * @param first number of the first run
 * @param second number of the second run
 * @param scale what the difference is measured against, above 0
 */
public record ValueDifference(String where, int index, double first, double second, double scale) {
    /** The largest first; by position where they are equal. */
    static final Comparator<ValueDifference> LARGEST_FIRST = Comparator.comparingDouble(ValueDifference::relative)
            .reversed()
            .thenComparing(ValueDifference::where)
            .thenComparingInt(ValueDifference::index);

    /** The difference as a multiple of the scale; infinite where one number only is finite. */
    public double relative() {
        double difference = Math.abs(first - second) / scale;
        return Double.isNaN(difference)
                ? Double.compare(first, second) == 0 ? 0 : Double.POSITIVE_INFINITY
                : difference;
    }

    /** Where two vectors of one length are furthest apart, measured as {@link Tolerances} says. */
    static ValueDifference between(String where, double[] first, double[] second) {
        return between(where, first, second, scale(first, second));
    }

    /** Where two vectors of one length are furthest apart. */
    static ValueDifference between(String where, double[] first, double[] second, double scale) {
        ValueDifference worst = new ValueDifference(where, 0, first[0], second[0], scale);
        for (int i = 1; i < first.length; i++) {
            ValueDifference next = new ValueDifference(where, i, first[i], second[i], scale);
            worst = next.relative() > worst.relative() ? next : worst;
        }
        return worst;
    }

    private static double scale(double[] first, double[] second) {
        double scale = 1;
        for (int i = 0; i < first.length; i++) {
            double larger = Math.max(Math.abs(first[i]), Math.abs(second[i]));
            scale = Double.isFinite(larger) ? Math.max(scale, larger) : scale;
        }
        return scale;
    }
}
