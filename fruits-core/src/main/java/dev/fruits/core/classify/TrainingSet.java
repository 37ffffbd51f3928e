package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.PcaProjection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Labelled features to train a classifier on: of one dimension, finite, of two labels or more. Immutable. */
public final class TrainingSet {
    private final TrainingOrigin origin;
    private final List<FeatureRow> rows;
    private final SortedMap<String, Long> imagesPerLabel;
    private final @Nullable PcaProjection projection;

    private TrainingSet(TrainingOrigin origin, List<FeatureRow> rows, @Nullable PcaProjection projection) {
        this.origin = origin;
        this.rows = rows;
        this.projection = projection;
        SortedMap<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.label(), 1L, Long::sum));
        this.imagesPerLabel = Collections.unmodifiableSortedMap(counts);
    }

    /**
     * Takes rows, in their order.
     *
     * @param rows features as the CNN of {@code origin} made them
     * @throws WrongUseException if there are no rows, fewer than two labels, vectors of different lengths, or a value
     *     that is not finite; names the path or the location
     */
    public static TrainingSet of(Iterable<FeatureRow> rows, TrainingOrigin origin) {
        List<FeatureRow> copy = new ArrayList<>();
        rows.forEach(copy::add);
        requireFeatures(copy, origin);
        TrainingSet set = new TrainingSet(origin, Collections.unmodifiableList(copy), null);
        if (set.labels().size() < 2) {
            throw new WrongUseException("training images " + origin.images() + ": all " + copy.size() + " are of '"
                    + set.labels().get(0) + "'; give at least two classes, one sub-folder each");
        }
        return set;
    }

    private static void requireFeatures(List<FeatureRow> rows, TrainingOrigin origin) {
        if (rows.isEmpty()) {
            throw new WrongUseException("training images " + origin.images()
                    + ": no image gave features; give images of at least two classes");
        }
        FeatureRow first = rows.get(0);
        for (FeatureRow row : rows) {
            if (row.vector().dimension() != first.vector().dimension()) {
                throw new WrongUseException(
                        "features of " + row.path() + ": " + row.vector().dimension()
                                + " values, but " + first.path() + " has "
                                + first.vector().dimension()
                                + "; extract all of them with one model");
            }
            requireFinite(row.path(), row.vector());
        }
    }

    static void requireFinite(String name, FeatureVector vector) {
        if (!vector.isFinite()) {
            throw new WrongUseException(
                    "features of " + name + ": a value is not finite; leave the image out or extract again");
        }
    }

    /**
     * The same images after a projection, which the fitted classifier applies before it predicts.
     *
     * @throws WrongUseException if the projection was fitted to vectors of another length
     * @throws IllegalStateException if this set is already projected
     */
    public TrainingSet reducedBy(PcaProjection pca) {
        if (projection != null) {
            throw new IllegalStateException("training set is already reduced by " + projection);
        }
        List<FeatureVector> reduced = pca.apply(vectors());
        List<FeatureRow> projected = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            projected.add(rows.get(i).withVector(reduced.get(i)));
        }
        return new TrainingSet(origin, Collections.unmodifiableList(projected), pca);
    }

    public TrainingOrigin origin() {
        return origin;
    }

    /** At least two; after {@link #reducedBy} their vectors are components. */
    public List<FeatureRow> rows() {
        return rows;
    }

    public List<FeatureVector> vectors() {
        return rows.stream().map(FeatureRow::vector).toList();
    }

    /** Length of every vector. */
    public int dimension() {
        return rows.get(0).vector().dimension();
    }

    /** Sorted, at least two. */
    public List<String> labels() {
        return List.copyOf(imagesPerLabel.keySet());
    }

    public SortedMap<String, Long> imagesPerLabel() {
        return imagesPerLabel;
    }

    /** What {@link #reducedBy} applied. */
    public Optional<PcaProjection> projection() {
        return Optional.ofNullable(projection);
    }
}
