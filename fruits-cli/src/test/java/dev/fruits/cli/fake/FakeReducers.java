package dev.fruits.cli.fake;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.spi.ReducerProvider;

/** {@code fake-pca}: the axes themselves, which explain 90, 9 and 1 % of the variance. */
public final class FakeReducers implements ReducerProvider {
    public static final String NAME = "fake-pca";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String engine() {
        return FakeEngines.NAME;
    }

    @Override
    public Reducer open(ComponentChoice choice) {
        return new Axes(choice);
    }

    private record Axes(ComponentChoice choice) implements PcaReducer {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public PcaProjection fit(FeatureTable features) {
            ExplainedVariance spectrum = ExplainedVariance.of(new double[] {9.0, 0.9, 0.1}, features.rowCount());
            double[][] components = new double[choice.keptOf(spectrum)][features.dimension()];
            for (int i = 0; i < components.length; i++) {
                components[i][i] = 1;
            }
            return PcaProjection.of(new double[features.dimension()], components, spectrum, features.rowCount());
        }
    }
}
