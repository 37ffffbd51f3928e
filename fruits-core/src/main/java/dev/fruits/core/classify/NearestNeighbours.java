package dev.fruits.core.classify;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Finds the training images nearest to others by comparing all with all: a baseline for classifiers, without training.
 * Immutable, safe for many threads.
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
    private final Distance distance;
    private final List<float[]> prepared;
    private final double[] penalties;

    private NearestNeighbours(TrainingSet training, Distance distance) {
        this.training = training;
        this.distance = distance;
        this.vectors = arrays(training.vectors());
        this.prepared = vectors.stream().map(distance::prepared).toList();
        this.penalties = prepared.stream().mapToDouble(distance::penalty).toArray();
    }

    /** A search among these training images. */
    public static NearestNeighbours of(TrainingSet training, Distance distance) {
        return new NearestNeighbours(training, distance);
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
        ExecutorService workers = DaemonThreads.pool("fruits-neighbours", threads);
        try {
            List<Future<List<Neighbours>>> parts = new ArrayList<>();
            for (int begin = 0; begin < queries.size(); begin += TASK) {
                List<FeatureVector> part = queries.subList(begin, Math.min(queries.size(), begin + TASK));
                parts.add(workers.submit(() -> search(part, k)));
            }
            List<Neighbours> all = new ArrayList<>(queries.size());
            for (Future<List<Neighbours>> part : parts) {
                all.addAll(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new RunFailedException("nearest neighbours: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("nearest neighbours: interrupted", e);
        } finally {
            workers.shutdownNow();
        }
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
            if (!queries.get(i).isFinite()) {
                throw new WrongUseException(
                        "features of vector " + i + ": a value is not finite; leave the image out or extract again");
            }
        }
    }

    private List<Neighbours> search(List<FeatureVector> queries, int k) {
        List<float[]> raw = arrays(queries);
        double[][] columns = columns(raw);
        List<NearestSoFar> found = new ArrayList<>();
        raw.forEach(query -> found.add(new NearestSoFar(k)));
        MatrixProduct product = new MatrixProduct();
        double[][] rows = new double[ROWS][training.dimension()];
        double[][] products = new double[ROWS][raw.size()];
        for (int first = 0; first < prepared.size(); first += ROWS) {
            int count = Math.min(ROWS, prepared.size() - first);
            for (int j = 0; j < count; j++) {
                float[] vector = prepared.get(first + j);
                Arrays.setAll(rows[j], p -> vector[p]);
            }
            product.set(
                    Block.of(rows, count, training.dimension()),
                    Block.of(columns, training.dimension(), raw.size()),
                    Block.of(products, count, raw.size()));
            for (int j = 0; j < count; j++) {
                for (int i = 0; i < raw.size(); i++) {
                    found.get(i).offer(first + j, products[j][i] - penalties[first + j]);
                }
            }
        }
        return IntStream.range(0, raw.size())
                .mapToObj(i -> measured(raw.get(i), found.get(i)))
                .toList();
    }

    /** Queries as the columns of a matrix. */
    private double[][] columns(List<float[]> queries) {
        double[][] columns = new double[training.dimension()][queries.size()];
        for (int i = 0; i < queries.size(); i++) {
            float[] query = distance.prepared(queries.get(i));
            for (int p = 0; p < query.length; p++) {
                columns[p][i] = query[p];
            }
        }
        return columns;
    }

    private Neighbours measured(float[] query, NearestSoFar found) {
        return new Neighbours(found.rows()
                .mapToObj(row -> neighbour(query, row))
                .sorted(Comparator.comparingDouble(Neighbours.Neighbour::distance))
                .toList());
    }

    private Neighbours.Neighbour neighbour(float[] query, int row) {
        FeatureRow image = training.rows().get(row);
        return new Neighbours.Neighbour(image.path(), image.label(), distance.between(query, vectors.get(row)));
    }

    private static List<float[]> arrays(List<FeatureVector> vectors) {
        return vectors.stream().map(FeatureVector::toArray).toList();
    }
}
