package dev.fruits.core.classify;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Finds the training images nearest to others by comparing all with all: a baseline for classifiers, without training. Products are made in float, blockwise; the neighbours that they give are then measured and ordered in double,
 * so that a neighbour may be missed only for one that is as near up to the rounding of float. Immutable, safe for many
 * threads.
 *
 * <p>Source: T. Cover, P. Hart, Nearest neighbor pattern classification, IEEE Transactions on Information Theory 13
 * (1967), 21–27.
 */
public final class NearestNeighbours {
    /** Queries that one task compares with everything. */
    private static final int TASK = 64;

    private final TrainingSet training;
    private final List<float[]> vectors;
    private final Distance distance;
    private final FloatPanels panels;
    private final double[] penalties;

    private NearestNeighbours(TrainingSet training, Distance distance) {
        this.training = training;
        this.distance = distance;
        this.vectors = arrays(training.vectors());
        List<float[]> prepared = vectors.stream().map(distance::prepared).toList();
        this.panels = new FloatPanels(prepared);
        this.penalties = prepared.stream().mapToDouble(distance::penalty).toArray();
    }

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
        float[] packed = panels.pack(raw.stream().map(distance::prepared).toList());
        List<NearestSoFar> found = new ArrayList<>();
        raw.forEach(query -> found.add(new NearestSoFar(k)));
        float[][] products = new float[TASK][FloatPanels.WIDTH];
        for (int panel = 0; panel < panels.panelCount(); panel++) {
            panels.multiply(packed, panel, products);
            for (int i = 0; i < raw.size(); i++) {
                offer(found.get(i), products[i], panel);
            }
        }
        List<Neighbours> neighbours = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            neighbours.add(measured(raw.get(i), found.get(i)));
        }
        return neighbours;
    }

    private void offer(NearestSoFar found, float[] products, int panel) {
        int first = panel * FloatPanels.WIDTH;
        for (int j = 0; j < panels.width(panel); j++) {
            found.offer(first + j, products[j] - penalties[first + j]);
        }
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
