package dev.fruits.core.classify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows with the highest scores so far, best first; equals in the order in which they came. Used by one thread. */
final class NearestSoFar {
    private final double[] scores;
    private final int[] rows;

    NearestSoFar(int k) {
        this.scores = new double[k];
        this.rows = new int[k];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    }

    void offer(int row, double score) {
        int last = scores.length - 1;
        if (score <= scores[last]) {
            return;
        }
        int at = last;
        for (; at > 0 && score > scores[at - 1]; at--) {
            scores[at] = scores[at - 1];
            rows[at] = rows[at - 1];
        }
        scores[at] = score;
        rows[at] = row;
    }

    /** The rows in their own order, lowest first. */
    IntStream rows() {
        return Arrays.stream(rows).sorted();
    }
}
