package dev.fruits.core.contract;

import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up features: every label has a corner of its own, and its images lie around it.
 *
 * @param dimension of the features, at least the number of labels
 * @param spread of the images around the corner at distance 5 from the origin; 1 keeps labels apart
 * @param seed of the images
 */
public record Clusters(int dimension, double spread, long seed) {
    public static final ModelId MODEL = new ModelId("clusters", "0".repeat(64), "none");
    public static final TrainingOrigin ORIGIN =
            new TrainingOrigin(new Location("memory://Training"), MODEL, Instant.parse("2026-01-01T00:00:00Z"));

    /** {@code count} images of one label; those of another {@code seed} are others. */
    public List<FeatureRow> rows(String label, int corner, int count) {
        Random random = new Random(seed * 1000 + corner);
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[dimension];
            for (int j = 0; j < dimension; j++) {
                values[j] = (float) ((j == corner ? 5 : 0) + spread * random.nextGaussian());
            }
            rows.add(new FeatureRow(label + "/" + i + ".jpg", label, FeatureVector.of(values)));
        }
        return rows;
    }

    /** As many images of each label. */
    public List<FeatureRow> rows(List<String> labels, int perLabel) {
        List<FeatureRow> rows = new ArrayList<>();
        for (int corner = 0; corner < labels.size(); corner++) {
            rows.addAll(rows(labels.get(corner), corner, perLabel));
        }
        return rows;
    }

    public static TrainingSet training(List<FeatureRow> rows) {
        return TrainingSet.of(rows, ORIGIN);
    }
}
