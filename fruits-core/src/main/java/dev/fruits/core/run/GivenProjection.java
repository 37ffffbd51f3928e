package dev.fruits.core.run;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.pca.Reducer;

/** Fits nothing: returns the projection of an earlier run. */
record GivenProjection(Projection fitted) implements Reducer {
    @Override
    public String name() {
        return "given";
    }

    @Override
    public String requested() {
        return fitted.kind() + " " + fitted.outputDimension();
    }

    @Override
    public void requirePossible(long images, FeatureExtractor extractor) {
        fitted.requireFeaturesOf(extractor);
    }

    @Override
    public Projection fit(FeatureTable features) {
        return fitted;
    }
}
