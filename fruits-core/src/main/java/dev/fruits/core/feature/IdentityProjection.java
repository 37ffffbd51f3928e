package dev.fruits.core.feature;

import java.util.List;

record IdentityProjection(int inputDimension) implements Projection {
    @Override
    public int outputDimension() {
        return inputDimension;
    }

    @Override
    public List<FeatureVector> apply(List<FeatureVector> rows) {
        return rows;
    }
}
