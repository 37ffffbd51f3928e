package dev.fruits.core.evaluate;

/**
 * The figures of one class. With tp, fp, fn its true positives, false positives and false negatives:
 *
 * @param label the class
 * @param precision tp / (tp + fp); 0 where it was never predicted
 * @param recall tp / (tp + fn); 0 where it has no image
 * @param f1 2 tp / (2 tp + fp + fn), the harmonic mean of the two; 0 where both are
 * @param support tp + fn: how many images it has
 */
public record ClassScore(String label, double precision, double recall, double f1, long support) {
    static ClassScore of(String label, long truePositives, long predicted, long support) {
        return new ClassScore(
                label,
                ratio(truePositives, predicted),
                ratio(truePositives, support),
                ratio(2 * truePositives, predicted + support),
                support);
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
