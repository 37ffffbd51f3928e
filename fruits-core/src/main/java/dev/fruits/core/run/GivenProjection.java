package dev.fruits.core.run;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.Reducer;

/** Fits nothing: the components of an earlier run. */
record GivenProjection(PcaProjection fitted) implements Reducer {
    @Override
    public String name() {
        return "given";
    }

    @Override
    public ComponentChoice choice() {
        return ComponentChoice.components(fitted.outputDimension());
    }

    @Override
    public PcaProjection fit(FeatureTable features) {
        return fitted;
    }
}
