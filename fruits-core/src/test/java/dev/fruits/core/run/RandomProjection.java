package dev.fruits.core.run;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.pca.Reducer;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Projects onto random directions: a projection without principal components.
 *
 * @param directions one a row
 */
record RandomProjection(float[][] directions) implements Projection {
    /**
     * Draws directions; looks at no row.
     *
     * @param dimension how many
     */
    record Fitting(int dimension) implements Reducer {
        @Override
        public String name() {
            return "random";
        }

        @Override
        public String requested() {
            return "random " + dimension;
        }

        @Override
        public RandomProjection fit(FeatureTable features) {
            Random random = new Random(5);
            float[][] directions = new float[dimension][features.dimension()];
            for (float[] direction : directions) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] = (float) random.nextGaussian();
                }
            }
            return new RandomProjection(directions);
        }
    }

    @Override
    public int inputDimension() {
        return directions[0].length;
    }

    @Override
    public int outputDimension() {
        return directions.length;
    }

    @Override
    public List<FeatureVector> apply(List<FeatureVector> rows) {
        return rows.stream().map(this::projected).toList();
    }

    private FeatureVector projected(FeatureVector row) {
        float[] values = new float[directions.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < row.dimension(); j++) {
                values[i] += directions[i][j] * row.get(j);
            }
        }
        return FeatureVector.of(values);
    }

    @Override
    public String kind() {
        return "random_projection";
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("seed", 5);
    }

    @Override
    public Map<String, String> documents() {
        return Map.of("random.csv", directions.length + "," + directions[0].length + "\n");
    }
}
