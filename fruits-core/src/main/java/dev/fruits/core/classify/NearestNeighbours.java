package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.linalg.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the training images nearest to others, by the cosine of their features, by comparing all with all: a baseline for
 * classifiers, without training. Immutable, safe for many threads.
 *
 * <p>Source: T. Cover, P. Hart, Nearest neighbor pattern classification, IEEE Transactions on Information Theory 13
 * (1967), 21–27.
 */
public final class NearestNeighbours {
    /** Queries that one task compares with everything. */
    private static final int TASK = 256;
    /** Training images that a task compares its queries with at once. */
    private static final int ROWS = 512;

    private final TrainingSet training;
    private final List<float[]> vectors;
    private final List<float[]> units;

    /** A search among these training images. */
    public NearestNeighbours(TrainingSet training) {
        this.training = training;
        this.vectors = arrays(training.vectors());
        this.units = vectors.stream().map(NearestNeighbours::unit).toList();
    }

    /** 1 − a · b / (|a| |b|), 0 to 2; 1 where a vector is all zeros. The length of a vector does not count. */
    static double distance(float[] a, float[] b) {
        double lengths = Math.sqrt(product(a, a) * product(b, b));
        return lengths == 0 ? 1 : Math.max(0, 1 - product(a, b) / lengths);
    }

    /** Products of unit vectors fall where distances rise. */
    private static float[] unit(float[] vector) {
        double length = Math.sqrt(product(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
        }
        return unit;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /**
     * Finds the nearest.
     *
     * @param queries each of as many values as the training images'
     * @param k number of neighbours of each query, 1 to the number of training images
     * @param threads how many work at once, at least 1; the result does not depend on it
     * @return one for each query, in the same order
     * @throws WrongUseException if {@code k} or a query's length is not as above, or a query is not finite
     */
    public List<Neighbours> search(List<FeatureVector> queries, int k, int threads) {
        requireSearch(queries, k);
        Neighbours[] found = new Neighbours[queries.size()];
        try (Workers workers = new Workers(threads)) {
            workers.run((queries.size() + TASK - 1) / TASK, (task, worker) -> search(queries, task * TASK, k, found));
        }
        return List.of(found);
    }

    private void requireSearch(List<FeatureVector> queries, int k) {
        if (k < 1 || k > vectors.size()) {
            throw new WrongUseException("k " + k + ": must be 1 to " + vectors.size() + ", the training images");
        }
        for (int i = 0; i < queries.size(); i++) {
            if (queries.get(i).dimension() != training.dimension()) {
                throw new WrongUseException("features of " + queries.get(i).dimension()
                        + " values: the training images have " + training.dimension() + "; extract with one model");
            }
            TrainingSet.requireFinite("vector " + i, queries.get(i));
        }
    }

    private void search(List<FeatureVector> queries, int begin, int k, Neighbours[] found) {
        List<float[]> raw = arrays(queries.subList(begin, Math.min(queries.size(), begin + TASK)));
        double[][] columns = columns(raw);
        List<Nearest> nearest = raw.stream().map(query -> new Nearest(k)).toList();
        MatrixProduct product = new MatrixProduct();
        double[][] rows = new double[ROWS][training.dimension()];
        double[][] products = new double[ROWS][raw.size()];
        for (int first = 0; first < units.size(); first += ROWS) {
            int count = Math.min(ROWS, units.size() - first);
            for (int j = 0; j < count; j++) {
                float[] vector = units.get(first + j);
                Arrays.setAll(rows[j], p -> vector[p]);
            }
            product.set(
                    Block.of(rows, count, training.dimension()),
                    Block.of(columns, training.dimension(), raw.size()),
                    Block.of(products, count, raw.size()));
            for (int j = 0; j < count; j++) {
                for (int i = 0; i < raw.size(); i++) {
                    nearest.get(i).offer(first + j, products[j][i]);
                }
            }
        }
        for (int i = 0; i < raw.size(); i++) {
            found[begin + i] = measured(raw.get(i), nearest.get(i));
        }
    }

    /** Queries as the columns of a matrix. */
    private double[][] columns(List<float[]> queries) {
        double[][] columns = new double[training.dimension()][queries.size()];
        for (int i = 0; i < queries.size(); i++) {
            float[] query = unit(queries.get(i));
            for (int p = 0; p < query.length; p++) {
                columns[p][i] = query[p];
            }
        }
        return columns;
    }

    private Neighbours measured(float[] query, Nearest found) {
        return new Neighbours(Arrays.stream(found.rows)
                .sorted()
                .mapToObj(row -> neighbour(query, row))
                .sorted(Comparator.comparingDouble(Neighbours.Neighbour::distance))
                .toList());
    }

    private Neighbours.Neighbour neighbour(float[] query, int row) {
        FeatureRow image = training.rows().get(row);
        return new Neighbours.Neighbour(image.path(), image.label(), distance(query, vectors.get(row)));
    }

    private static List<float[]> arrays(List<FeatureVector> vectors) {
        return vectors.stream().map(FeatureVector::toArray).toList();
    }

    /** The rows with the highest scores so far, best first; equals in the order in which they came. */
    private static final class Nearest {
        private final double[] scores;
        private final int[] rows;

        Nearest(int k) {
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
    }
}
