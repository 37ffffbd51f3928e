package dev.fruits.core.run;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.pca.Reducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Projects onto random directions: a projection without principal components.
 *
 * @param directions one a row
 */
record RandomProjection(List<FeatureVector> directions) implements Projection {
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
            List<FeatureVector> directions = new ArrayList<>();
            for (int i = 0; i < dimension; i++) {
                float[] direction = new float[features.dimension()];
                for (int j = 0; j < direction.length; j++) {
                    direction[j] = (float) random.nextGaussian();
                }
                directions.add(FeatureVector.of(direction));
            }
            return new RandomProjection(directions);
        }
    }

    @Override
    public int inputDimension() {
        return directions.get(0).dimension();
    }

    @Override
    public int outputDimension() {
        return directions.size();
    }

    @Override
    public List<FeatureVector> apply(List<FeatureVector> rows) {
        return rows.stream().map(this::projected).toList();
    }

    private FeatureVector projected(FeatureVector row) {
        float[] values = new float[directions.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < row.dimension(); j++) {
                values[i] += directions.get(i).get(j) * row.get(j);
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
        return Map.of("random.csv", outputDimension() + "," + inputDimension() + "\n");
    }
}
